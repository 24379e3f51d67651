import type { PromptCall } from '@entente/llm-clients';
import {
  type Appraisal,
  BONDS,
  byEmotion,
  type Character,
  COUPLE_STAGES,
  type CoupleFacts,
  EMOTIONS,
  type Experience,
  LIVING,
  PRONOUNS,
  UNKNOWN_COUPLE,
  WORK,
} from '@entente/relationship';
import { AGENT_WORDS, type AgentWords } from './agent-words.js';
import { appraiseMemoriesPrompt } from './appraise-memories.js';
import { appraisePrompt } from './appraise.js';
import { choosePrompt } from './choose.js';
import { reflectPrompt } from './reflect.js';

/** Renders each prompt of this package for imaginary people: all words and reply shapes, which are part of a run's identity. */
export function agentPromptSamples(words: AgentWords = AGENT_WORDS): readonly PromptCall<unknown>[] {
  const move = { question: 'QUESTION', appraisal: FELT };
  const options = [{ id: 'a', action: 'ACTION' }];
  const [character] = CHARACTERS;
  const request = { character, words };
  return [
    appraisePrompt.with({ ...request, history: HISTORY }),
    ...HAPPENINGS.map((happening) => appraisePrompt.with({ ...request, history: [happening] })),
    ...CHARACTERS.map((each) => choosePrompt.with({ character: each, words, history: [], move, options: [] })),
    choosePrompt.with({ ...request, history: HISTORY, move: { ...move, appraisal: null, isLast: true }, options }),
    ...COUPLES.map((couple) => reflectPrompt.with({ ...request, history: [otherIn(couple)] })),
    appraiseMemoriesPrompt.with({ ...request, memories: ['MEMORY'] }),
  ];
}

const CHARACTERS: readonly [Character, ...Character[]] = [
  { name: 'NAME', persona: 'PERSONA' },
  ...[1, 3, 5, 7].map((value) => ({
    name: 'NAME',
    persona: 'PERSONA',
    age: 30,
    occupation: 'OCCUPATION',
    traits: ['TRAIT'],
    values: ['VALUE'],
    attachment: { anxiety: value, avoidance: value },
    goals: ['GOAL'],
    dealbreakers: ['DEALBREAKER'],
    rules: ['RULE'],
  })),
];

/** Every emotion at every strength that has a word of its own. */
const FELT: Appraisal = {
  emotions: byEmotion((emotion) => [0.3, 0.6, 0.9][EMOTIONS.indexOf(emotion) % 3] ?? 0),
  thought: 'THOUGHT',
};
const UNMOVED: Appraisal = { emotions: byEmotion(() => 0), thought: 'THOUGHT' };

const otherIn = (couple: CoupleFacts): Experience => {
  const index = COUPLES.indexOf(couple);
  const life = {
    occupation: index % 5 === 2 ? undefined : 'OCCUPATION',
    work: index % 5 === 1 ? undefined : WORK[index % WORK.length],
  };
  const changed = { hasNewWork: index % 4 === 3 || undefined, ownWork: index % 7 === 6 ? WORK[index % WORK.length] : undefined };
  return {
    kind: 'other',
    name: 'OTHER',
    pronouns: PRONOUNS[index % 3],
    couple,
    life,
    ...changed,
    knows: 'KNOWN',
    seen: ['SEEN'],
  };
};

const COUPLES: readonly CoupleFacts[] = [
  ...[undefined, 0.1, 1, 12, 60].flatMap((months, round) =>
    COUPLE_STAGES.map((stage, index) => ({
      ...UNKNOWN_COUPLE,
      stage,
      months,
      living: round === 0 ? undefined : LIVING[(index + round) % LIVING.length],
      children: (index + round) % 3,
      story: 'STORY',
      agreed: ['AGREED'],
    })),
  ),
  ...BONDS.map((bond) => ({ ...UNKNOWN_COUPLE, bond, kind: 'KIND', living: 'apart' as const })),
];

const DEED = { deed: 'DEED', words: 'WORDS', tone: 'TONE' };

const HAPPENINGS: readonly Experience[] = [
  { kind: 'deed', self: true, name: 'NAME', deed: DEED },
  { kind: 'deed', self: false, name: 'OTHER', deed: DEED },
  { kind: 'narrated', text: 'NARRATED', alone: true },
  { kind: 'event', text: 'EVENT', alone: true },
  {
    kind: 'scene',
    scene: 2,
    other: 'OTHER',
    theme: 'THEME',
    setting: 'SETTING',
    others: ['SOMEBODY', 'SOMEBODY ELSE'],
    situation: 'SITUATION',
  },
];

const HISTORY: readonly Experience[] = [
  { kind: 'secret', text: 'SECRET' },
  { kind: 'secret', text: 'SECRET', since: 2 },
  { kind: 'story', scene: 1, turningPoint: 'TURNING POINT', text: 'STORY' },
  'PLAIN TEXT',
  ...HAPPENINGS,
  { kind: 'event', text: 'EVENT', alone: false },
  { kind: 'secret', text: 'SECRET' },
  { kind: 'wish', text: 'WISH' },
  { kind: 'memory', text: 'MEMORY' },
  { kind: 'narrated', text: 'NARRATED', alone: false },
  { kind: 'deed', self: true, name: 'NAME', deed: null },
  { kind: 'deed', self: false, name: 'OTHER', deed: null },
  { kind: 'reason', text: 'REASON' },
  { kind: 'felt', ...FELT },
  { kind: 'felt', ...UNMOVED },
  { kind: 'reflection', text: 'REFLECTION' },
];
