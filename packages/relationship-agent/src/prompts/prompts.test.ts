import { readdirSync } from 'node:fs';
import { createOfflineModel, messageText, nodeClock, type PromptCall } from '@entente/llm-clients';
import { byEmotion } from '@entente/relationship';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offlineResponders } from '../offline/offline-responders.js';
import { agentPromptSamples } from './agent-prompt-samples.js';
import { appraiseMemoriesPrompt, appraisePrompt } from './appraise.js';
import { actPrompt, makeChoicesPrompt } from './choose.js';
import { reflectPrompt } from './reflect.js';

const character = { name: 'Ada', persona: 'Ada is calm and patient.', goal: 'Peace.' };
const history = ['Scene 1 with Ben: Room for two', 'A letter lies there.', 'You want: to stay', 'It rains.'];
const options = [
  { id: 'a', action: 'apologize and stay' },
  { id: 'b', action: 'snap and go' },
];
const appraisal = { emotions: byEmotion((emotion) => (emotion === 'fear' ? 0.8 : 0.1)), thought: 'Air.' };

const callsAfter = (lived: readonly string[]): readonly PromptCall<unknown>[] => [
  appraisePrompt.with({ character, history: lived }),
  makeChoicesPrompt.with({ character, history: lived, appraisal }),
  actPrompt.with({ character, history: lived, question: 'Stay?', options }),
  reflectPrompt.with({ character, history: lived }),
];
const calls = [...callsAfter(history), appraiseMemoriesPrompt.with({ character, memories: ['the sea', 'the war'] })];

const rendered = (call: PromptCall<unknown>) =>
  call.messages.map((message) => `[${message.role}]\n${messageText(message)}`).join('\n\n');

test.each(calls.map((call) => [call.label.name, call] as const))('%s reads like this', (_, call) => {
  expect(rendered(call)).toMatchSnapshot();
});

test('all prompts of a character begin with the same words, so that a provider can cache them', () => {
  const [first, ...others] = calls.map(({ messages }) => messageText(messages[0]!));
  for (const other of others) expect(other).toBe(first);
});

test('a longer history only adds to the prompt, up to the task', () => {
  const [before, after] = [history, [...history, 'You: wait']].map((lived) =>
    callsAfter(lived).map(({ messages }) => messages[1]!.parts.find(({ kind }) => kind === 'history')!.text),
  );
  before!.forEach((text, index) => expect(after![index]!.startsWith(text)).toBe(true));
});

test('parts come in the order stable, history, tail', () => {
  for (const { messages } of calls) {
    expect(messages.flatMap(({ parts }) => parts.map(({ kind }) => kind))).toEqual(['stable', 'history', 'tail']);
  }
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
  expect([...new Set(agentPromptSamples().map(({ label }) => label.name))].toSorted()).toEqual(defined.toSorted());
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

test('offline replies fit their schema for any persona, history and seed, and leave no placeholder', async () => {
  const model = createOfflineModel({ responders: offlineResponders, clock: nodeClock });
  const words = fc.string({ maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(words, fc.array(words, { maxLength: 6 }), fc.nat(), async (persona, lived, seed) => {
      const whoever = { name: 'Ada', persona };
      for (const call of [
        appraisePrompt.with({ character: whoever, history: [...history, ...lived] }),
        makeChoicesPrompt.with({ character: whoever, history: [...history, ...lived], appraisal }),
        actPrompt.with({ character: whoever, history: [...history, ...lived], question: 'Stay?', options }),
        reflectPrompt.with({ character: whoever, history: [...history, ...lived] }),
      ] as readonly PromptCall<unknown>[]) {
        const { text } = await model.generate({ messages: call.messages, sampling: { seed } });
        expect(call.schema?.safeParse(JSON.parse(text)).success).toBe(true);
        expect(text).not.toMatch(/\{\w+\}|undefined/);
      }
    }),
    { numRuns: 60 },
  );
});

test('offline, an avoidant person withdraws more often than a secure one, and an anxious one clings', async () => {
  const model = createOfflineModel({ responders: offlineResponders, clock: nodeClock });
  const share = async (persona: string, deed: RegExp) => {
    let count = 0;
    for (let seed = 0; seed < 200; seed++) {
      const call = makeChoicesPrompt.with({ character: { name: 'Ada', persona }, history, appraisal: null });
      if (deed.test((await model.generate({ messages: call.messages, sampling: { seed } })).text)) count++;
    }
    return count / 200;
  };
  const [secure, anxious, avoidant] = [
    'Steady, trusting, patient.',
    'Anxious, worries, needs reassurance.',
    'Guarded, independent, needs space alone.',
  ] as const;
  const withdrawal = /change the subject|shrug|silence|turn away|retreat|keep it short/;
  const clinging = /everything is all right|follow|not to leave|check what|awake/;
  expect(await share(avoidant, withdrawal)).toBeGreaterThan(3 * (await share(secure, withdrawal)));
  expect(await share(anxious, clinging)).toBeGreaterThan(3 * (await share(secure, clinging)));
});
