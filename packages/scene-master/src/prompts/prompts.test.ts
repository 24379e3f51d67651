import { readdirSync } from 'node:fs';
import { createOfflineModel, messageText, nodeClock, type PromptCall } from '@entente/llm-clients';
import type { SceneOpening, Stage } from '@entente/relationship';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offlineResponders } from '../offline/offline-responders.js';
import { directorPromptSamples } from './director-prompt-samples.js';
import { scenarioFor } from '../scenarios/scenario.js';
import { SCENARIOS } from '../scenarios/scenarios.js';
import { commitmentScorePrompt } from './commitment-score.js';
import { generateContextPrompt, progressPrompt, summarizePrompt } from './direct-scene.js';
import { initializePrompt, nextScenePrompt } from './open-scene.js';

const partners = {
  A: { name: 'Ada', persona: 'Ada is calm and patient.', goal: 'Peace.' },
  B: { name: 'Ben', persona: 'Ben is guarded.' },
};
const scenario = scenarioFor(
  SCENARIOS.find(({ id }) => id === 'modern-budget')!,
  { A: 'Ada', B: 'Ben' },
);
const opening: SceneOpening = {
  category: 'Modern Life',
  turningPoint: 'rise of the rent',
  scenario: 'modern-budget',
  theme: 'Room for two',
  setting: 'The kitchen.',
  others: ['a plumber'],
  situation: 'A letter lies there.',
  conflict: 'One would move, one would stay.',
  goals: { A: 'to stay', B: 'to go' },
};
const stage: Stage = { scene: 2, story: ['Scene 1 (first date): They met.'], opening, transcript: ['It rains.', 'Ada: wait'] };

const callsAt = (at: Stage): readonly PromptCall<unknown>[] => [
  progressPrompt.with({ partners, stage: at, offerOptions: false }),
  generateContextPrompt.with({ partners, stage: at }),
  summarizePrompt.with({ partners, stage: at }),
];
const directing = [
  initializePrompt.with({ partners, story: [], scene: 1, scenario }),
  nextScenePrompt.with({ partners, story: stage.story, scene: 2, scenario }),
  ...callsAt(stage),
] as const;
const judging = (['A', 'B'] as const).map((partner) =>
  commitmentScorePrompt.with({ partners, question: { ...stage, partner, thoughts: [`${partner} is tired.`] } }),
);
const calls: readonly PromptCall<unknown>[] = [
  ...directing,
  progressPrompt.with({ partners, stage, offerOptions: true }),
  ...judging,
];

const rendered = (call: PromptCall<unknown>) =>
  call.messages.map((message) => `[${message.role}]\n${messageText(message)}`).join('\n\n');
const partOf = (call: PromptCall<unknown>, kind: string) =>
  call.messages.flatMap(({ parts }) => parts).find((part) => part.kind === kind)!.text;

test.each(calls.map((call, index) => [`${call.label.name} ${index}`, call] as const))('%s reads like this', (_, call) => {
  expect(rendered(call)).toMatchSnapshot();
});

test('all prompts of the director begin with the same words', () => {
  expect(new Set(directing.map((call) => partOf(call, 'stable'))).size).toBe(1);
});

test('the two partners are judged from the same words up to the last part', () => {
  const [a, b] = judging;
  expect([partOf(a!, 'stable'), partOf(a!, 'history')]).toEqual([partOf(b!, 'stable'), partOf(b!, 'history')]);
  expect(partOf(a!, 'tail')).not.toContain('B is tired.');
});

test('a longer transcript only adds to the prompt, up to the task', () => {
  const later = callsAt({ ...stage, transcript: [...stage.transcript, 'It stops.', 'Ben: go'] });
  callsAt(stage).forEach((call, index) =>
    expect(partOf(later[index]!, 'history').startsWith(partOf(call, 'history'))).toBe(true),
  );
});

test('a following scene’s prompt begins with the words of the scene before, up to the story', () => {
  const before = nextScenePrompt.with({ partners, story: stage.story, scene: 2, scenario });
  const after = nextScenePrompt.with({ partners, story: [...stage.story, 'Scene 2 (x): They stayed.'], scene: 3, scenario });
  expect(partOf(after, 'history').startsWith(partOf(before, 'history'))).toBe(true);
});

test('the samples have a call of every prompt in this folder', async () => {
  const stems = readdirSync(import.meta.dirname).flatMap((name) => /^([\w-]+)\.ts$/.exec(name)?.[1] ?? []);
  const modules = await Promise.all(stems.map(async (stem) => (await import(`./${stem}.ts`)) as Record<string, unknown>));
  const defined = modules.flatMap((module) =>
    Object.values(module).flatMap((value) =>
      typeof value === 'object' && value !== null && 'with' in value && 'name' in value ? [String(value.name)] : [],
    ),
  );
  expect(defined.length).toBeGreaterThan(4);
  expect([...new Set(directorPromptSamples().map(({ label }) => label.name))].toSorted()).toEqual(defined.toSorted());
  expect(offlineResponders.map(({ name }) => name).toSorted()).toEqual(defined.toSorted());
});

test('exactly one offline responder recognises each prompt', () => {
  for (const call of calls) {
    const request = { messages: call.messages.map((message) => ({ role: message.role, text: messageText(message) })) };
    expect(offlineResponders.filter((responder) => responder.recognises(request)).map(({ name }) => name)).toEqual([
      call.label.name,
    ]);
  }
});

test('offline replies fit their schema for any scenario and seed, and leave no placeholder', async () => {
  const model = createOfflineModel({ responders: offlineResponders, clock: nodeClock });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...SCENARIOS), fc.boolean(), fc.nat(), async (drawn, warm, seed) => {
      const transcript = warm
        ? ['It rains.', 'Ada: apologize to Ben', 'So.', 'Ben: hold Ada']
        : ['It rains.', 'Ben: snap at Ada'];
      const at = { ...stage, transcript };
      for (const call of [
        initializePrompt.with({ partners, story: [], scene: 1, scenario: scenarioFor(drawn, { A: 'Ada', B: 'Ben' }) }),
        nextScenePrompt.with({ partners, story: stage.story, scene: 2, scenario: scenarioFor(drawn, { A: 'Ada', B: 'Ben' }) }),
        ...callsAt(at),
        progressPrompt.with({ partners, stage: at, offerOptions: true }),
        commitmentScorePrompt.with({ partners, question: { ...at, partner: 'B', thoughts: [] } }),
      ] as readonly PromptCall<unknown>[]) {
        const { text } = await model.generate({ messages: call.messages, sampling: { seed } });
        expect(call.schema?.safeParse(JSON.parse(text)).success).toBe(true);
        expect(text).not.toMatch(/\{\w+\}|undefined/);
      }
    }),
    { numRuns: 40 },
  );
});

test('the offline score follows the actions of the other partner', async () => {
  const model = createOfflineModel({ responders: offlineResponders, clock: nodeClock });
  const scoreAfter = async (deed: string) => {
    const question = { ...stage, transcript: ['It rains.', `Ben: ${deed}`], partner: 'A', thoughts: [] } as const;
    const { text } = await model.generate({
      messages: commitmentScorePrompt.with({ partners, question }).messages,
      sampling: { seed: 1 },
    });
    return (JSON.parse(text) as { score: number }).score;
  };
  expect(await scoreAfter('apologize and hold Ada')).toBeGreaterThan((await scoreAfter('snap and turn away')) + 0.8);
});
