import {
  type BeatPlace,
  type Character,
  type Choice,
  type ChosenScenario,
  type CoupleFacts,
  type Scenario,
  type SceneOpening,
  type Stage,
  type StorySoFar,
  type TranscriptItem,
  UNKNOWN_COUPLE,
  UNKNOWN_RELATION,
} from '@entente/relationship';

/** A couple, a scene and a place in it, for tests. */
export const ADA: Character = {
  name: 'Ada',
  persona: 'Ada is calm.',
  goals: ['Peace.'],
  attachment: { anxiety: 2, avoidance: 1.5 },
};
export const BEN: Character = { name: 'Ben', persona: 'Ben is not.', attachment: { anxiety: 3, avoidance: 5.5 } };

export const COUPLE: CoupleFacts = { ...UNKNOWN_COUPLE, months: 14, living: 'apart', agreed: ['Sundays are free.'] };

export const OPENING: SceneOpening = {
  category: 'Modern Life',
  turningPoint: 'rise of the rent',
  scenario: 'rent-kitchen',
  swapped: false,
  weeks: 0,
  told: [],
  theme: 'Room for two',
  setting: 'The kitchen.',
  others: ['a plumber, on his back', 'Mrs Lund'],
  situation: 'A letter lies there.',
  onlyKnows: { A: 'Ada has looked at a room in another town twice.', B: '' },
  conflict: 'One would move, one would stay.',
  goals: { A: 'to stay', B: 'to go' },
  uses: [],
  brings: [],
  mayBring: [{ fact: 'living', to: 'together' }],
};

export const moved = (partner: 'A' | 'B', choice: Partial<Choice>): TranscriptItem => ({
  kind: 'deed',
  partner,
  choice: { deed: '', words: '', tone: '', reason: '', option: null, ...choice },
});

export const STAGE: Stage = {
  scene: 2,
  couple: COUPLE,
  relation: { ...UNKNOWN_RELATION, conflict: 'brewing' },
  story: [{ scene: 1, turningPoint: 'first date', summary: 'They met.' }],
  secrets: [
    { id: 'A-start-1', owner: 'A', text: 'Ada still has the ring of a man named Tom.', since: 0, told: null },
    { id: 'A-scene-2', owner: 'A', text: OPENING.onlyKnows.A, since: 2, told: null },
    { id: 'B-scene-2-context', owner: 'B', text: 'Ben has lost his wallet on the way here.', since: 2, told: null },
  ],
  resolutions: [{ scene: 1, partner: 'B', text: 'Next time I call first.' }],
  opening: OPENING,
  events: [{ scene: 2, event: 'The lift is out of order.', knownTo: ['A', 'B'] }],
  transcript: [
    { kind: 'narrated', text: 'The plumber drops a spanner.', onlySees: { A: '', B: 'Ben sees a text from Leo.' } },
    moved('A', { deed: 'puts the cup down', words: 'I am not angry. Will you move in with me?', tone: 'flatly' }),
    { kind: 'deed', partner: 'B', choice: null },
  ],
};

export const SO_FAR: StorySoFar = {
  ...STAGE,
  used: [],
  turningPoints: ['first date'],
  usedUp: [],
  commitment: { A: 6, B: 6 },
  order: 'fixed',
  arc: 'ten-scenes',
};

export const FIRST: BeatPlace = { beat: 1, beats: 3, mayAct: ['A', 'B'], offerOptions: false };

/** A scenario for Ada as {A} and Ben as {B}. */
export function castForAdaAndBen({ onlyA, onlyB, ...scenario }: Scenario): ChosenScenario {
  const named = (text: string) => text.replaceAll('{A}', 'Ada').replaceAll('{B}', 'Ben');
  return {
    ...scenario,
    setting: named(scenario.setting),
    situation: named(scenario.situation),
    conflict: named(scenario.conflict),
    onlyKnows: { A: named(onlyA), B: named(onlyB) },
    swapped: false,
  };
}

export const SCENARIO: Scenario = {
  id: 'rent-kitchen',
  category: 'Modern Life',
  turningPoint: 'rise of the rent',
  uncertainty: 'self',
  context: 'kitchen',
  tone: 'tense',
  setting: 'The kitchen of {A}.',
  situation: '{A} and {B} look at a letter.',
  onlyA: '{A} has already signed a lease for a room by the sea.',
  onlyB: '',
  conflict: '{A} would move.',
  requires: {},
  uses: ['move'],
  brings: [],
  mayBring: [{ fact: 'living', to: 'together' }],
  bonds: ['partners'],
};
