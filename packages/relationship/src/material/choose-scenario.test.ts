import { describe, expect, it } from 'vitest';
import { shippedLibrary } from '../node/load-library.js';
import { byPartner, PARTNERS } from '../ports/partners.js';
import type { StorySoFar } from '../ports/scene-director.js';
import { applyCoupleChange, type CoupleFacts, UNKNOWN_COUPLE } from '../state/couple-facts.js';
import { RELATION_STATE_NAMES, RELATION_STATES, type RelationStates, UNKNOWN_RELATION } from '../state/relation-states.js';
import type { ChosenScenario } from './cast-scenario.js';
import { chooseScenario } from './choose-scenario.js';
import { conditionsHold } from './conditions-hold.js';
import { castCouple, type Couple } from './couple.js';
import type { Conditions } from './scenario.js';

const library = shippedLibrary();

/** A scene of a run, with the story before it. */
interface Played {
  readonly before: StorySoFar;
  readonly chosen: ChosenScenario;
}

/** Plays scenes on paper: facts, states and scores change at random, within what the scenarios allow. */
function playOnPaper(
  couple: Couple,
  order: StorySoFar['order'],
  { seed, scenes }: { seed: number; scenes: number },
): readonly Played[] {
  const random = numbersOf(seed);
  const cast = castCouple(couple, random() < 0.5 ? { A: 0, B: 1 } : { A: 1, B: 0 });
  const played: Played[] = [];
  let facts: CoupleFacts = cast.couple;
  let relation: RelationStates = UNKNOWN_RELATION;
  let commitment: StorySoFar['commitment'] = { A: null, B: null };
  for (let scene = 1; scene <= scenes; scene++) {
    const before = {
      ...storyOf(facts, order),
      scene,
      relation,
      commitment,
      used: played.map(({ chosen }) => chosen.id),
      turningPoints: played.map(({ chosen }) => chosen.turningPoint),
      usedUp: played.flatMap(({ chosen }) => chosen.uses),
    };
    const chosen = chooseScenario(library, before, { partners: cast.personas, random });
    played.push({ before, chosen });
    const changes = [...chosen.brings, ...chosen.mayBring.filter(() => random() < 0.4)];
    facts = changes.reduce(applyCoupleChange, facts);
    if (facts.stage === 'strangers') facts = { ...facts, stage: 'acquainted' };
    const name = RELATION_STATE_NAMES[Math.floor(random() * RELATION_STATE_NAMES.length)]!;
    const values = RELATION_STATES[name];
    relation = { ...relation, [name]: values[Math.floor(random() * values.length)] };
    commitment = byPartner(() => Math.round(random() * 100) / 10);
  }
  return played;
}

function storyOf(couple: CoupleFacts, order: StorySoFar['order']): StorySoFar {
  return {
    couple,
    relation: UNKNOWN_RELATION,
    story: [],
    secrets: [],
    resolutions: [],
    scene: 1,
    used: [],
    turningPoints: [],
    usedUp: [],
    commitment: { A: null, B: null },
    events: [],
    order,
    arc: 'ten-scenes',
  };
}

/** Mulberry32: numbers in [0, 1) of a seed. */
function numbersOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const runs = library.couples.flatMap((couple) =>
  (['fixed', 'by-state'] as const).flatMap((order) => [1, 2].map((seed) => playOnPaper(couple, order, { seed, scenes: 40 }))),
);
const scenes = runs.flat();

describe('forty scenes of every shipped couple, in both orders', () => {
  it('keep to the bond and to the facts of the couple and of the two lives', () => {
    const broken = scenes.filter(({ before, chosen }) => {
      const facts = { ...chosen.requires, commitment: undefined, states: undefined };
      const stage = before.couple.stage === 'acquainted' ? chosen.brings.filter(({ fact }) => fact === 'stage') : [];
      const couple = stage.reduce(applyCoupleChange, before.couple);
      const situation = { ...before, couple, relation: null, unjudgedFulfils: true };
      return !conditionsHold(facts, situation) || !chosen.bonds.includes(before.couple.bond);
    });
    expect(broken).toEqual([]);
  });

  it('use up what happens once in a life', () => {
    for (const run of runs) {
      const events = run.flatMap(({ chosen }) => chosen.uses);
      expect(new Set(events).size, events.join()).toBe(events.length);
    }
  });

  it('take no job from somebody without one, and no grandparent from somebody who has none', () => {
    const losses = scenes.flatMap(({ before, chosen }) =>
      PARTNERS.flatMap((partner) => {
        const { work, grandparents } = before.couple.lives[partner];
        return [
          ...(chosen.uses.includes(`${partner}.job-loss`) ? [work === 'employed' || work === 'self-employed'] : []),
          ...(chosen.uses.includes(`${partner}.grandparent`) ? [grandparents] : []),
        ];
      }),
    );
    expect(losses.length).toBeGreaterThan(10);
    expect(losses).not.toContain(false);
  });

  it('keep to conditions on commitment where the state decides, and to those on states in the first scenes', () => {
    const byState = scenes.filter(({ before }) => before.order === 'by-state');
    const broken = byState.filter(({ before, chosen }) => {
      const { commitment, states } = chosen.requires;
      const gate = before.scene <= 5 ? { commitment, states } : { commitment };
      return !conditionsHold(gate, { ...before, unjudgedFulfils: false });
    });
    expect(broken).toEqual([]);
  });

  it('repeat no scenario within ten scenes', () => {
    for (const run of runs) {
      const ids = run.slice(0, 10).map(({ chosen }) => chosen.id);
      expect(new Set(ids).size, ids.join()).toBe(ids.length);
    }
  });

  it('let strangers meet before anything else', () => {
    const strangers = runs.filter(([first]) => first?.before.couple.stage === 'strangers');
    expect(strangers.length).toBeGreaterThan(0);
    for (const [first] of strangers) expect(first?.chosen.uses).toContain('first-meeting');
  });

  it('leave no placeholder in any text', () => {
    for (const { chosen } of scenes) expect(JSON.stringify(chosen)).not.toMatch(/\{[AB]\}/);
  });
});

it('gives the part of {A} to partner A, whatever the seed, unless only the other way fits', () => {
  const [first] = library.scenarios.filter(({ requires }) => Object.keys(requires).length > 0);
  const swapped = (requires: Conditions) => {
    const material = {
      scenarios: [{ ...first!, requires, uses: [] }],
      arcs: [{ id: 'ten-scenes', title: '', steps: [{ oneOf: [first!.id] }] }],
    };
    const story = storyOf({ ...UNKNOWN_COUPLE, lives: { A: { work: 'retired' }, B: { work: 'employed' } } }, 'fixed');
    const partners = { A: { name: 'Ada' }, B: { name: 'Ben' } };
    return [1, 2, 3, 4, 5, 6].map((seed) => chooseScenario(material, story, { partners, random: numbersOf(seed) }).swapped);
  };
  expect(new Set(swapped({}))).toEqual(new Set([false]));
  expect(new Set(swapped({ A: { work: ['employed'] } }))).toEqual(new Set([true]));
});
