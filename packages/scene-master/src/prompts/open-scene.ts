import { definePrompt, fillWord, type Message } from '@entente/llm-clients';
import { type ChosenScenario, onOneLine, PARTNERS, type StorySoFar } from '@entente/relationship';
import { z } from 'zod';
import { changeText } from './couple-lines.js';
import { type Direction, openingMessages } from './director-messages.js';
import type { DirectorWords } from './director-words.js';
import { eventLine } from './scene-lines.js';
import { secretList } from './standing-lines.js';

/** Opening of a scene as the model gives it; category, turning point and facts are those of the scenario. */
export interface OpeningReply {
  readonly theme: string;
  readonly setting: string;
  readonly others: readonly string[];
  readonly situation: string;
  readonly only_A: string;
  readonly only_B: string;
  readonly conflict: string;
  readonly goal_A: string;
  readonly goal_B: string;
}

/** Opening of a later scene: it names the time since the scene before, and its consequences. */
export interface LaterOpeningReply extends OpeningReply {
  readonly later: string;
  readonly weeks: number;
  /** Secrets that have come out meanwhile, each with words of `later` or `situation`; absent where nobody keeps one. */
  readonly told?: readonly { readonly id: string; readonly quote: string }[] | undefined;
}

const text = z.string().trim().min(1).max(3000);
const maybe = z.string().trim().max(2000);
const shape = {
  theme: text,
  setting: text,
  others: z.array(z.string().trim().min(1).max(200)).max(12),
  situation: text,
  only_A: maybe,
  only_B: maybe,
  conflict: text,
  goal_A: text,
  goal_B: text,
};
const schema: z.ZodType<OpeningReply> = z.object(shape);
const laterShape = { later: maybe, weeks: z.number().min(0).max(2000), ...shape };
const told = z
  .array(z.object({ id: z.string().trim().max(200), quote: z.string().trim().max(1000) }))
  .max(32)
  .default([]);
const laterSchema: z.ZodType<LaterOpeningReply> = z.object(laterShape);
const tellingSchema: z.ZodType<LaterOpeningReply> = z.object({ ...laterShape, told });

export interface OpeningInput extends Direction {
  readonly storySoFar: StorySoFar;
  readonly chosen: ChosenScenario;
}

const PARTS =
  '"theme": string, "setting": string, "others": [string], "situation": string, "only_A": string, "only_B": string, "conflict": string, "goal_A": string, "goal_B": string';

/** Asks for the first scene of a run. */
export const initializePrompt = definePrompt<OpeningInput, OpeningReply>({
  name: 'initialize',
  version: '5',
  schema,
  render: (input) => render(input, 'task.initialize', `{${PARTS}}`),
});

/** Asks for a later scene: it follows from the earlier ones, and time may have passed. */
export const nextScenePrompt = definePrompt<OpeningInput, LaterOpeningReply>({
  name: 'next-scene',
  version: '5',
  schemaFor: ({ storySoFar }) => (storySoFar.secrets.length > 0 ? tellingSchema : laterSchema),
  render: (input) => render(input, 'task.next-scene', laterJson(input.storySoFar)),
});

function laterJson({ secrets }: StorySoFar): string {
  const asksTold = secrets.length > 0;
  return `{"later": string, "weeks": number, ${PARTS}${asksTold ? ', "told": [{"id": string, "quote": string}]' : ''}}`;
}

function render(input: OpeningInput, task: 'task.initialize' | 'task.next-scene', json: string): readonly Message[] {
  const { words, partners, storySoFar } = input;
  const { scene, events } = storySoFar;
  const secrets = task === 'task.next-scene' ? secretList(words, partners, storySoFar.secrets) : '';
  return openingMessages(input, storySoFar, [
    fillWord(words, task, { scene }),
    words['opening.rules'],
    ...(secrets === '' ? [] : [fillWord(words, 'opening.told', { secrets })]),
    ...(events.length > 0 ? [words['opening.events']] : []),
    fillWord(words, 'answer.json', { shape: json }),
    '',
    ...scenarioLines(input),
    ...(events.length > 0 ? ['', words['title.events'], ...events.map((event) => eventLine(words, partners, event))] : []),
  ]);
}

function scenarioLines({ words, partners, chosen }: OpeningInput): readonly string[] {
  const { category, turningPoint, tone, setting, situation, onlyKnows, conflict, brings, mayBring } = chosen;
  const facts = (entry: 'scenario.brings' | 'scenario.may-bring', changes: typeof brings) =>
    changes.length > 0
      ? [fillWord(words, entry, { facts: changes.map((change) => changeText(words, partners, change)).join(' ') })]
      : [];
  return [
    words['title.scenario'],
    fillWord(words, 'scenario.kind', { category, turningPoint }),
    fillWord(words, 'scenario.tone', { tone }),
    fillWord(words, 'scenario.setting', { setting: onOneLine(setting) }),
    fillWord(words, 'scenario.situation', { situation: onOneLine(situation) }),
    ...PARTNERS.flatMap((partner) => onlyLine(words, partners[partner].name, onlyKnows[partner])),
    fillWord(words, 'scenario.conflict', { conflict: onOneLine(conflict) }),
    ...facts('scenario.brings', brings),
    ...facts('scenario.may-bring', mayBring),
  ];
}

function onlyLine(words: DirectorWords, name: string, text: string): readonly string[] {
  return text === '' ? [] : [fillWord(words, 'scenario.only', { name, text: onOneLine(text) })];
}
