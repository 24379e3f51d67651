import { createOfflineModel, nodeClock } from '@entente/llm-clients';
import type { Appraisal, Character, Choice, Experience, Reflection, SceneOption } from '@entente/relationship';
import { offlineResponders } from '../src/offline/offline-responders.js';
import { AGENT_WORDS } from '../src/prompts/agent-words.js';
import { appraisePrompt } from '../src/prompts/appraise.js';
import { choosePrompt } from '../src/prompts/choose.js';
import { reflectPrompt } from '../src/prompts/reflect.js';

const model = createOfflineModel({ responders: offlineResponders, clock: nodeClock });
const words = AGENT_WORDS;

export const person = (anxiety: number, avoidance: number, more: Partial<Character> = {}): Character => ({
  name: 'Ada',
  persona: 'Ada lives here.',
  attachment: { anxiety, avoidance },
  ...more,
});
export const SECURE = person(1.5, 1.5);
export const ANXIOUS = person(6.5, 1.5);
export const AVOIDANT = person(1.5, 6.5);

/** A scene with Ben in a kitchen, and what came next. */
export const sceneWith = (...moments: readonly Experience[]): readonly Experience[] => [
  {
    kind: 'scene',
    scene: 1,
    other: 'Ben',
    theme: 'The letter',
    setting: 'A kitchen with a letter on the table.',
    others: [],
    situation: 'The rent goes up. Ben asks about the flat.',
  },
  ...moments,
];
export const benDoes = (deed: string, said = ''): Experience => ({
  kind: 'deed',
  self: false,
  name: 'Ben',
  deed: { deed, words: said, tone: '' },
});

const asked = async <Reply>(prompt: { readonly messages: Parameters<typeof model.generate>[0]['messages'] }, seed: number) =>
  JSON.parse((await model.generate({ messages: prompt.messages, sampling: { seed } })).text) as Reply;

const SEEDS = Array.from({ length: 80 }, (_, seed) => seed);

/** Appraisals of one history, for many seeds. */
export const appraisals = (character: Character, history: readonly Experience[]): Promise<Appraisal[]> =>
  Promise.all(SEEDS.map((seed) => asked<Appraisal>(appraisePrompt.with({ character, words, history }), seed)));

/** Moves after one history, for many seeds. */
export const choices = (
  character: Character,
  history: readonly Experience[],
  options: readonly SceneOption[] = [],
): Promise<Choice[]> =>
  Promise.all(
    SEEDS.map((seed) =>
      asked<Choice>(
        choosePrompt.with({
          character,
          words,
          history,
          move: { question: 'What does Ada say about the flat?', appraisal: null },
          options,
        }),
        seed,
      ),
    ),
  );

/** Looks back on one history, for many seeds. */
export const reflections = (character: Character, history: readonly Experience[]): Promise<Reflection[]> =>
  Promise.all(SEEDS.map((seed) => asked<Reflection>(reflectPrompt.with({ character, words, history }), seed)));

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
export const textOf = ({ deed, tone, words: said }: Choice): string => `${deed}. ${tone} ${said}`;
