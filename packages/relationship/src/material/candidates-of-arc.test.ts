import { describe, expect, it } from 'vitest';
import type { StorySoFar } from '../ports/scene-director.js';
import { ArcError } from '../relationship-errors.js';
import { UNKNOWN_COUPLE } from '../state/couple-facts.js';
import { UNKNOWN_RELATION } from '../state/relation-states.js';
import { candidatesOfArc } from './candidates-of-arc.js';
import { chooseScenario } from './choose-scenario.js';
import type { Conditions, Scenario, SceneCategory, SceneMaterial } from './scenario.js';

const scenario = (id: string, category: SceneCategory, requires: Conditions = {}, more: Partial<Scenario> = {}): Scenario => ({
  id,
  category,
  turningPoint: id,
  uncertainty: 'partner',
  context: '',
  tone: '',
  setting: '',
  situation: '',
  onlyA: '',
  onlyB: '',
  conflict: '',
  requires,
  uses: [],
  brings: [],
  mayBring: [],
  bonds: ['partners'],
  ...more,
});
const story: StorySoFar = {
  couple: { ...UNKNOWN_COUPLE, living: 'apart' },
  relation: { ...UNKNOWN_RELATION, conflict: 'none' },
  story: [],
  secrets: [],
  resolutions: [],
  scene: 1,
  used: [],
  turningPoints: [],
  usedUp: [],
  commitment: { A: 3, B: 8 },
  events: [],
  order: 'fixed',
  arc: 'test',
};
const idsFor = (
  scenarios: readonly Scenario[],
  given: Partial<StorySoFar> = {},
  steps: SceneMaterial['arcs'][number]['steps'] = [{ category: 'Modern Life' }],
) =>
  candidatesOfArc({ scenarios, arcs: [{ id: 'test', title: 'Test', steps }] }, { ...story, ...given }).map(
    ({ scenario: { id } }) => id,
  );

const FITS = scenario('fits', 'Modern Life');
const LOW = scenario('gated', 'Modern Life', { commitment: { min: 6 }, states: { conflict: ['active'] } });
const TOGETHER = scenario('together', 'Modern Life', { living: ['together'] });
const NEAR = scenario('near', 'Deepening or Milestones');
const FAR = scenario('far', 'Initial Formation');

describe('the candidates of a step', () => {
  it.each<[string, readonly Scenario[], Partial<StorySoFar>, readonly string[]]>([
    ['are those that fit', [FITS, LOW, TOGETHER, NEAR], {}, ['fits']],
    ['may be gated by commitment and states, where nothing else fits', [LOW, TOGETHER, NEAR], {}, ['gated']],
    ['may be of the nearest category, where facts stand in the way', [TOGETHER, FAR, NEAR], {}, ['near']],
    ['may be of any category', [TOGETHER, FAR], {}, ['far']],
    ['are never against the facts', [TOGETHER], {}, []],
    ['are never of another bond', [scenario('friends', 'Modern Life', {}, { bonds: ['friends'] })], {}, []],
    ['never use an event up again', [scenario('loss', 'Modern Life', {}, { uses: ['loss'] })], { usedUp: ['loss'] }, []],
    ['are new ones before any repeats', [FITS, NEAR], { used: ['fits'] }, ['near']],
    ['repeat where nothing is new', [FITS], { used: ['fits'] }, ['fits']],
    ['are no parts of a series', [scenario('part', 'Modern Life', {}, { series: 'trip' }), FAR], {}, ['far']],
  ])('%s', (_, scenarios, given, ids) => {
    expect(idsFor(scenarios, given)).toEqual(ids);
  });

  it('are those that it names, parts of a series too, again and again', () => {
    const part = scenario('part', 'Modern Life', {}, { series: 'trip' });
    expect(idsFor([part, FITS], { used: ['part'] }, [{ oneOf: ['part'] }])).toEqual(['part']);
    expect(idsFor([part, FITS], { used: ['fits'] }, [{ turningPoint: 'fits' }])).toEqual(['fits']);
  });

  it('are those of the first step again after the last', () => {
    const steps = [{ category: 'Modern Life' }, { category: 'Initial Formation' }] as const;
    expect(idsFor([FITS, FAR], { scene: 2 }, steps)).toEqual(['far']);
    expect(idsFor([FITS, FAR], { scene: 3 }, steps)).toEqual(['fits']);
  });
});

it('are named by the step that gives way, where the order is fixed', () => {
  const partners = { A: { name: 'Ann' }, B: { name: 'Bo' } };
  const choose = (
    scenarios: readonly Scenario[],
    steps: SceneMaterial['arcs'][number]['steps'],
    order: StorySoFar['order'] = 'fixed',
  ) => {
    const material = { scenarios, arcs: [{ id: 'test', title: '', steps }] };
    return chooseScenario(material, { ...story, order }, { partners, random: () => 0 }).insteadOf;
  };
  expect(choose([FITS, NEAR], [{ category: 'Modern Life' }])).toBeUndefined();
  expect(choose([TOGETHER, NEAR], [{ category: 'Modern Life' }])).toBe('Modern Life');
  expect(choose([TOGETHER, NEAR], [{ turningPoint: 'together' }])).toBe('together');
  expect(choose([TOGETHER, NEAR], [{ oneOf: ['together', 'gone'] }])).toBe('together or gone');
  expect(choose([TOGETHER, NEAR], [{ category: 'Modern Life' }], 'by-state')).toBeUndefined();
});

it('are none that reveal a shared past where the story tells how the two met', () => {
  const past = scenario('past', 'Modern Life', {}, { uses: ['shared-past'] });
  expect(idsFor([past, NEAR])).toEqual(['past']);
  expect(idsFor([past, NEAR], { usedUp: ['shared-past'] })).toEqual(['near']);
});

it('refuses an arc that there is not, and a couple that nothing fits', () => {
  const partners = { A: { name: 'Ann' }, B: { name: 'Bo' } };
  const material: SceneMaterial = {
    scenarios: [TOGETHER],
    arcs: [{ id: 'test', title: '', steps: [{ category: 'Modern Life' }] }],
  };
  const choose = (given: Partial<StorySoFar>) => () =>
    chooseScenario(material, { ...story, ...given }, { partners, random: () => 0 });
  expect(choose({ arc: 'tests' })).toThrow(/no arc "tests"; did you mean "test"\?/);
  expect(choose({})).toThrow(ArcError);
  expect(choose({})).toThrow(/^No scenario fits scene 1 \(bond: partners, stage: together, living: apart\): add scenarios/);
});
