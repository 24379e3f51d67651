import { readdirSync } from 'node:fs';
import { createOfflineModel, messageText, nodeClock, placeholdersOf, type PromptCall } from '@entente/llm-clients';
import type { Stage } from '@entente/relationship';
import { promptCallsDigest } from '@entente/simulation-core';
import { describe, expect, test } from 'vitest';
import { createOfflineResponders, offlineResponders } from '../offline/offline-responders.js';
import { ADA, BEN, castForAdaAndBen, FIRST, moved, OPENING, SCENARIO, SO_FAR, STAGE } from '../testing/ada-and-ben.js';
import { assessScenePrompt } from './assess-scene.js';
import { closeScenePrompt } from './close-scene.js';
import { commitmentScorePrompt } from './commitment-score.js';
import { directorPromptSamples } from './director-prompt-samples.js';
import { DIRECTOR_WORDS, type DirectorWords, directorWords } from './director-words.js';
import { generateContextPrompt } from './generate-context.js';
import { initializePrompt, nextScenePrompt } from './open-scene.js';
import { progressPrompt } from './progress.js';
import { summarizePrompt } from './summarize.js';

const partners = { A: ADA, B: BEN };
const direction = { partners, words: directorWords() };
const chosen = castForAdaAndBen(SCENARIO);
const callsAt = (stage: Stage, words = direction.words): readonly PromptCall<unknown>[] => [
  progressPrompt.with({ partners, words, stage, place: FIRST }),
  generateContextPrompt.with({ partners, words, stage }),
  closeScenePrompt.with({ partners, words, stage }),
  summarizePrompt.with({ partners, words, stage }),
  assessScenePrompt.with({ partners, words, stage }),
];
const directing = [
  initializePrompt.with({ ...direction, storySoFar: { ...SO_FAR, scene: 1, story: [] }, chosen }),
  nextScenePrompt.with({ ...direction, storySoFar: SO_FAR, chosen }),
  ...callsAt(STAGE),
];
const judging = (['A', 'B'] as const).map((partner) =>
  commitmentScorePrompt.with({ ...direction, question: { ...STAGE, partner, thoughts: [`${partner} is tired.`] } }),
);
const calls: readonly PromptCall<unknown>[] = [...directing, ...judging];

const rendered = ({ messages }: PromptCall<unknown>) =>
  messages.map((message) => `[${message.role}]\n${messageText(message)}`).join('\n\n');
const partOf = (call: PromptCall<unknown>, kind: string) =>
  call.messages.flatMap(({ parts }) => parts).find((part) => part.kind === kind)!.text;
const taskOf = (place: Partial<typeof FIRST>) =>
  partOf(progressPrompt.with({ ...direction, stage: STAGE, place: { ...FIRST, ...place } }), 'tail');

test.each(calls.map((call, index) => [`${call.label.name} ${index}`, call] as const))('%s reads like this', (_, call) => {
  expect(rendered(call)).toMatchSnapshot();
});

test('the schema of a reply is one object for all calls of its kind, so that it is compiled once', () => {
  const schemas = () => directorPromptSamples().map(({ schema }) => schema);
  const again = schemas();
  schemas().forEach((schema, index) => expect(schema).toBe(again[index]));
});

test('the card of a person is rendered once', () => {
  let reads = 0;
  const counted = Object.defineProperty({ ...ADA }, 'persona', { enumerable: true, get: () => (++reads, ADA.persona) });
  const both = { ...partners, A: counted };
  for (let call = 0; call < 2; call++) summarizePrompt.with({ ...direction, partners: both, stage: STAGE });
  expect(reads).toBe(1);
});

describe('the words', () => {
  test('hold everything in natural language: replaced by their names, they leave only names, data and shapes', () => {
    const marked = Object.fromEntries(
      Object.entries(DIRECTOR_WORDS).map(([name, text]) => [
        name,
        `§${placeholdersOf(text)
          .map((each) => `{${each}}`)
          .join(' ')}`,
      ]),
    ) as DirectorWords;
    const left = directorPromptSamples(marked)
      .flatMap(({ messages }) => messages.map(messageText))
      .join('\n')
      .replaceAll(/\{".*\}/g, '');
    // Values of states and facts are ids of the reply; the rest of the samples is written in capitals.
    const ids =
      /\b(?:none|brewing|active|unresolved|repaired|attempted|successful|failed|unclear|tacit|explicit|emerging|accrued|quiet|salient|hot|upcoming|underway|supportive|neutral|opposed|mixed|soft|hard|conflict|repair|clarity|constraints|alternatives|transition|network|breakup|living|together|children|start|scene|context|to|Modern Life)\b/g;
    expect(left.replaceAll(ids, '').match(/\b[a-zA-Z]*[a-z][a-zA-Z]*\b/g)).toBeNull();
  });

  test.each(Object.keys(DIRECTOR_WORDS) as (keyof DirectorWords)[])('%s is part of the identity', (name) => {
    const changed = directorWords({ [name]: `${DIRECTOR_WORDS[name]} §` });
    expect(promptCallsDigest(directorPromptSamples(changed))).not.toBe(SHIPPED);
  });
  const SHIPPED = promptCallsDigest(directorPromptSamples());
});

describe('the order of a prompt', () => {
  test('begins with the same words for all prompts of the director', () => {
    expect(new Set(directing.map((call) => partOf(call, 'stable'))).size).toBe(1);
  });

  test('is the same for both partners who are judged, up to the last part', () => {
    const [a, b] = judging;
    expect([partOf(a!, 'stable'), partOf(a!, 'history')]).toEqual([partOf(b!, 'stable'), partOf(b!, 'history')]);
    expect(partOf(a!, 'tail')).not.toContain('B is tired.');
  });

  test('only grows with the transcript and with secrets of the scene, up to the task', () => {
    const secrets = [...STAGE.secrets, { id: 'A-scene-2-context', owner: 'A', text: 'New.', since: 2, told: null } as const];
    const after = callsAt({ ...STAGE, secrets, transcript: [...STAGE.transcript, moved('B', { deed: 'goes' })] });
    callsAt({ ...STAGE, transcript: [] }).forEach((call, index) =>
      expect(partOf(after[index]!, 'history').startsWith(partOf(call, 'history'))).toBe(true),
    );
    expect(partOf(after[0]!, 'tail')).toContain('Since this scene began, Ada alone knows: New.');
  });
});

test('a transcript reads like a play', () => {
  const lines = partOf(callsAt(STAGE)[0]!, 'history').split('WHAT HAPPENS\n')[1]!.split('\n');
  expect(lines).toEqual([
    'The plumber drops a spanner.',
    '(Ben alone perceives: Ben sees a text from Leo.)',
    'Ada, flatly: [puts the cup down] "I am not angry. Will you move in with me?"',
    'Ben lets the moment pass.',
  ]);
});

test('no title stands above nothing', () => {
  const bare = { ...STAGE, transcript: [], secrets: [], resolutions: [], events: [], story: [] };
  const text = callsAt({ ...bare, opening: { ...OPENING, others: [] } })
    .map(rendered)
    .join('\n');
  expect(text).not.toMatch(/WHAT HAPPENS\n|Also present|THE TWO OF THEM/);
  expect(text).not.toMatch(/^[A-Z ]+\n\n/m);
});

describe('the task of a moment', () => {
  test('says which moment it is, that the first needs no narration, and that the last is the last', () => {
    expect(taskOf({ beat: 1 })).toMatch(/moment 1 of the 3[^]*opening stands already/);
    expect(taskOf({ beat: 1 })).not.toMatch(/stand above|Tell an event|options/);
    expect(taskOf({ beat: 2 })).toMatch(/moment 2 of the 3[^]*Go on from the last line/);
    expect(taskOf({ beat: 2 })).not.toMatch(/last move of the scene|opening stands/);
    expect(taskOf({ beat: 3 })).toMatch(/Nobody replies to this move within the scene/);
  });

  test('says who may move', () => {
    expect(taskOf({})).toMatch(/need not alternate[^]*"actor": "A" \| "B"/);
    expect(taskOf({ mayAct: ['B'] })).toMatch(/It has to be B, Ben[^]*"actor": "B"/);
  });
});

test.each([
  ['friends', undefined, 'two friends, who are not lovers', 'a friendship that exists'],
  ['family', 'mother and son', 'two people of one family (mother and son), who are not lovers', 'a family bond that exists'],
] as const)('%s are not spoken of as a couple', (bond, kind, described, tie) => {
  const stage: Stage = { ...STAGE, couple: { ...STAGE.couple, bond, kind } };
  const judged = commitmentScorePrompt.with({ ...direction, question: { ...stage, partner: 'A', thoughts: [] } });
  expect(rendered(callsAt(stage)[0]!)).toContain(`scenes from the life of ${described}`);
  expect(rendered(judged)).toContain(tie);
  for (const call of [...callsAt(stage), judged]) expect(rendered(call)).not.toMatch(/\bcouple\b|\brelationship\b/);
});

test('the samples have a call of every prompt in this folder', async () => {
  const stems = readdirSync(import.meta.dirname).flatMap((name) => /^([\w-]+)\.ts$/.exec(name)?.[1] ?? []);
  const modules = await Promise.all(stems.map(async (stem) => (await import(`./${stem}.ts`)) as Record<string, unknown>));
  const defined = modules.flatMap((module) =>
    Object.values(module).flatMap((value) =>
      typeof value === 'object' && value !== null && 'with' in value && 'name' in value ? [String(value.name)] : [],
    ),
  );
  expect(defined).toHaveLength(8);
  expect([...new Set(directorPromptSamples().map(({ label }) => label.name))].toSorted()).toEqual(defined.toSorted());
  expect(offlineResponders.map(({ name }) => name).toSorted()).toEqual(defined.toSorted());
});

describe.each([
  ['in the words that ship', direction.words, offlineResponders],
  [
    'in other words',
    directorWords({
      rules: 'Regeln',
      'title.happens': 'WAS GESCHIEHT',
      'title.character': 'PERSON {id}: {name}',
      'task.progress': 'AUFGABE {beat}/{beats}',
    }),
    createOfflineResponders({
      'title.happens': 'WAS GESCHIEHT',
      'title.character': 'PERSON {id}: {name}',
      'task.progress': 'AUFGABE {beat}/{beats}',
    }),
  ],
])('the offline director, %s,', (_, words, responders) => {
  test('recognises each prompt as one of its own, and answers it', async () => {
    const model = createOfflineModel({ responders, clock: nodeClock });
    for (const call of directorPromptSamples(words)) {
      const request = { messages: call.messages.map((message) => ({ role: message.role, text: messageText(message) })) };
      expect(responders.filter((responder) => responder.recognises(request)).map(({ name }) => name)).toEqual([call.label.name]);
      const { text } = await model.generate({ messages: call.messages, sampling: { seed: 1 } });
      expect(call.schema?.safeParse(JSON.parse(text)).error).toBeUndefined();
    }
  });
});
