import type { PromptCall } from '@entente/llm-clients';
import {
  type Beat,
  type BeatPlace,
  BONDS,
  byEmotion,
  type ByPartner,
  type Character,
  type ChosenScenario,
  COUPLE_STAGES,
  EMOTIONS,
  type CoupleFacts,
  LIVING,
  PRONOUNS,
  RELATION_STATE_NAMES,
  RELATION_STATES,
  type RelationStates,
  type SceneOpening,
  type Stage,
  type StorySoFar,
  type Unspoken,
  UNKNOWN_RELATION,
  WORK,
} from '@entente/relationship';
import { assessScenePrompt } from './assess-scene.js';
import { closeScenePrompt } from './close-scene.js';
import { commitmentScorePrompt } from './commitment-score.js';
import { DIRECTOR_WORDS, type DirectorWords } from './director-words.js';
import { generateContextPrompt } from './generate-context.js';
import { initializePrompt, nextScenePrompt } from './open-scene.js';
import { progressPrompt } from './progress.js';
import { summarizePrompt } from './summarize.js';

/** Number of imaginary couples: two for each stage, then two friends, and two of one family with and without a word for it. */
const PAIRS = 2 * COUPLE_STAGES.length;
const COUPLES = PAIRS + BONDS.length;

const MONTHS = [14, 100, 0.1, undefined, 1, 14];

const NOBODY: Beat['onlySees'] = { A: '', B: '' };

/**
 * Renders each prompt of this package for imaginary couples: the words and reply shapes that are part of a run's identity. Each word of
 * `DIRECTOR_WORDS` that a prompt can show stands in one of them.
 */
export function directorPromptSamples(words: DirectorWords = DIRECTOR_WORDS): readonly PromptCall<unknown>[] {
  const direction = { partners: PARTNERS, words };
  const bare = { ...direction, storySoFar: soFar(0), chosen: CHOSEN };
  const full = stageOf(1);
  const opening = { ...OPENING, goals: { A: words['goal.default'], B: words['goal.default'] } };
  return [
    initializePrompt.with({ ...bare, storySoFar: { ...soFar(0), story: [], scene: 1 } }),
    nextScenePrompt.with(bare),
    generateContextPrompt.with({ ...direction, stage: full }),
    ...Array.from({ length: COUPLES }, (_, index) =>
      progressPrompt.with({ ...direction, partners: partnersOf(index), stage: stageOf(index), place: placeOf(index) }),
    ),
    closeScenePrompt.with({ ...direction, stage: full }),
    summarizePrompt.with({ ...direction, stage: { ...full, opening } }),
    assessScenePrompt.with({ ...direction, stage: full }),
    assessScenePrompt.with({
      ...direction,
      stage: { ...full, relation: UNKNOWN_RELATION, secrets: [], opening: { ...OPENING, mayBring: [] } },
    }),
    commitmentScorePrompt.with({ ...direction, question: { ...full, partner: 'A', thoughts: THOUGHTS } }),
    commitmentScorePrompt.with({ ...direction, question: { ...stageOf(0), partner: 'B', thoughts: [] } }),
  ];
}

const STRENGTHS = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.25];
const THOUGHTS: readonly Unspoken[] = [
  { kind: 'felt', beat: 1, emotions: byEmotion((emotion) => STRENGTHS[EMOTIONS.indexOf(emotion)]!), thought: 'THOUGHT' },
  { kind: 'felt', beat: 2, emotions: byEmotion(() => 0), thought: 'THOUGHT' },
  { kind: 'reason', beat: 2, text: 'REASON' },
];

const CHARACTER: Character = {
  name: 'NAME',
  persona: 'PERSONA',
  age: 40,
  occupation: 'OCCUPATION',
  traits: ['TRAIT'],
  values: ['VALUE'],
  attachment: { anxiety: 3, avoidance: 4 },
  goals: ['GOAL'],
  dealbreakers: ['DEALBREAKER'],
  rules: ['RULE'],
};
function partnersOf(index: number): ByPartner<Character> {
  return { ...PARTNERS, A: { ...CHARACTER, pronouns: PRONOUNS[index % PRONOUNS.length] } };
}

const PARTNERS: ByPartner<Character> = { A: CHARACTER, B: { name: 'OTHER NAME', persona: 'PERSONA' } };

const CHOSEN: ChosenScenario = {
  id: 'sample',
  category: 'Modern Life',
  turningPoint: 'TURNING POINT',
  uncertainty: 'self',
  context: 'CONTEXT',
  tone: 'TONE',
  setting: 'SETTING',
  situation: 'SITUATION',
  onlyKnows: { A: 'ONLY A', B: '' },
  conflict: 'CONFLICT',
  requires: {},
  uses: [],
  brings: [{ fact: 'A.work', to: 'retired' }],
  mayBring: [{ fact: 'living', to: 'together' }],
  bonds: ['partners'],
  swapped: false,
};

const OPENING: SceneOpening = {
  category: 'Modern Life',
  turningPoint: 'TURNING POINT',
  scenario: 'sample',
  swapped: false,
  weeks: 0,
  told: [],
  theme: 'THEME',
  setting: 'SETTING',
  others: ['OTHER'],
  situation: 'SITUATION',
  onlyKnows: { A: 'ONLY A', B: '' },
  conflict: 'CONFLICT',
  goals: { A: 'to GOAL A', B: 'to GOAL B' },
  uses: [],
  brings: [],
  mayBring: [
    { fact: 'living', to: 'together' },
    { fact: 'children', to: '+1' },
  ],
};

/** A couple about which everything is known; each number gives other facts. */
function coupleOf(index: number): CoupleFacts {
  const isEven = index % 2 === 0;
  return {
    bond: BONDS[Math.max(0, Math.min(index - PAIRS + 1, BONDS.length - 1))]!,
    kind: isEven ? 'KIND' : undefined,
    stage: COUPLE_STAGES[index % COUPLE_STAGES.length]!,
    months: MONTHS[index % MONTHS.length],
    living: LIVING[index % 3],
    children: isEven ? 0 : 2,
    story: 'STORY OF THE TWO',
    agreed: ['AGREEMENT'],
    knows: { A: 'WHAT A HAS SEEN', B: '' },
    lives: {
      A: {
        work: WORK[index % WORK.length],
        parents: (['both', 'one', 'none'] as const)[index % 3],
        grandparents: isEven,
        siblings: isEven,
        children: 1,
        pet: isEven,
      },
      B: {},
    },
  };
}

/** Each state at one of its values; the imaginary couples together show all of them. */
function relationOf(index: number): RelationStates {
  const values = RELATION_STATE_NAMES.map((state) => [state, RELATION_STATES[state][index % RELATION_STATES[state].length]]);
  return Object.fromEntries(values) as RelationStates;
}

function soFar(index: number): StorySoFar {
  const { scene, couple, relation, story, secrets, resolutions, events } = stageOf(index);
  return {
    ...{ scene, couple, relation, story, secrets, resolutions, events },
    used: [],
    turningPoints: [],
    usedUp: [],
    commitment: { A: null, B: null },
    order: 'fixed',
    arc: 'ARC',
  };
}

function stageOf(index: number): Stage {
  const choice = { deed: 'DEED', words: 'WORDS', tone: 'TONE', reason: 'REASON', option: null };
  return {
    scene: 2,
    couple: coupleOf(index),
    relation: relationOf(index),
    story: [{ scene: 1, turningPoint: 'TURNING POINT', summary: 'SUMMARY' }],
    secrets: [
      { id: 'A-start-1', owner: 'A', text: 'SECRET', since: 0, told: null },
      { id: 'A-scene-1', owner: 'A', text: 'SECRET', since: 1, told: null },
      { id: 'B-scene-2-context', owner: 'B', text: 'CONTEXT', since: 2, told: null },
    ],
    resolutions: [{ scene: 1, partner: 'A', text: 'RESOLUTION' }],
    opening: OPENING,
    events: [
      { scene: 2, event: 'EVENT', knownTo: ['A', 'B'] },
      { scene: 2, event: 'EVENT', knownTo: ['B'] },
      { scene: 2, event: 'EVENT', knownTo: [] },
    ],
    transcript:
      index === 0
        ? []
        : [
            { kind: 'narrated', text: 'NARRATION', onlySees: { ...NOBODY, A: 'ONLY A SEES' } },
            { kind: 'deed', partner: 'A', choice },
            { kind: 'deed', partner: 'B', choice: null },
          ],
  };
}

function placeOf(index: number): BeatPlace {
  const beat = (index % 3) + 1;
  return { beat, beats: 3, mayAct: index % 2 === 0 ? ['A', 'B'] : ['B'], offerOptions: index > 2 };
}
