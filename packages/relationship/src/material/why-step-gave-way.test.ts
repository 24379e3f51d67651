import { expect, it } from 'vitest';
import type { StorySoFar } from '../ports/scene-director.js';
import { UNKNOWN_COUPLE } from '../state/couple-facts.js';
import { UNKNOWN_RELATION } from '../state/relation-states.js';
import type { Conditions, Scenario } from './scenario.js';
import { whyStepGaveWay } from './why-step-gave-way.js';

const scenario = (id: string, requires: Conditions = {}, more: Partial<Scenario> = {}): Scenario => ({
  ...{ id, category: 'Modern Life', turningPoint: id, uncertainty: 'partner', context: '', tone: '', setting: '', situation: '' },
  ...{ onlyA: '', onlyB: '', conflict: '', requires, uses: [], brings: [], mayBring: [], bonds: ['partners'] },
  ...more,
});
const story: StorySoFar = {
  couple: { ...UNKNOWN_COUPLE, stage: 'dating', living: 'apart', lives: { A: { work: 'retired' }, B: { work: 'retired' } } },
  relation: UNKNOWN_RELATION,
  ...{ story: [], secrets: [], resolutions: [], scene: 1, used: [], turningPoints: [], usedUp: ['A.loss', 'B.loss'], events: [] },
  ...{ commitment: { A: 3, B: 8 }, order: 'fixed', arc: 'test' },
};

it.each<[string, readonly Scenario[], object]>([
  ['the stage', [scenario('a', { stage: ['married'] })], { kind: 'condition', name: 'stage' }],
  [
    'the condition that most fail',
    [scenario('a', { stage: ['married'] }), scenario('b', { living: ['together'] }), scenario('c', { living: ['together'] })],
    { kind: 'condition', name: 'living' },
  ],
  ['a life, by the letter of the run', [scenario('a', { A: { work: ['employed'] } })], { kind: 'condition', name: 'B.work' }],
  ['an event of a life', [scenario('a', {}, { uses: ['A.loss'] })], { kind: 'used-up' }],
  ['another bond', [scenario('a', {}, { bonds: ['friends'] })], { kind: 'bond' }],
  ['scenes that were played', [scenario('a'), scenario('b', { stage: ['married'] })], { kind: 'played' }],
  ['nothing that may be played', [], { kind: 'no-scenario' }],
  ['no condition on commitment', [scenario('a', { commitment: { min: 9 } })], { kind: 'played' }],
])('a step gives way to %s', (_, scenarios, obstacle) => {
  const material = { scenarios, arcs: [{ id: 'test', title: '', steps: [{ category: 'Modern Life' }] as const }] };
  expect(whyStepGaveWay(material, story)).toMatchObject(obstacle);
});
