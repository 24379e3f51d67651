import { readdirSync } from 'node:fs';
import { messageText, type PromptCall } from '@entente/llm-clients';
import { placeholdersOf } from '@entente/llm-clients/contract';
import { byEmotion, type Experience, UNKNOWN_COUPLE } from '@entente/relationship';
import { promptCallsDigest } from '@entente/simulation-core';
import { expect, test } from 'vitest';
import { offlineResponders } from '../offline/offline-responders.js';
import { agentPromptSamples } from './agent-prompt-samples.js';
import { AGENT_WORDS, type AgentWords } from './agent-words.js';
import { appraiseMemoriesPrompt } from './appraise-memories.js';
import { appraisePrompt } from './appraise.js';
import { choosePrompt } from './choose.js';
import { reflectPrompt } from './reflect.js';

const words = AGENT_WORDS;
const character = {
  name: 'Ada',
  persona: 'Ada is calm and patient.',
  age: 31,
  occupation: 'chemistry teacher',
  attachment: { anxiety: 2, avoidance: 6 },
  goals: ['Peace.'],
  dealbreakers: ['Being lied to about money.'],
  rules: ['If somebody shouts, she goes quiet.'],
};
const emotions = byEmotion(
  (emotion) => ({ joy: 0.3, fear: 0.8, anger: 0.6, sadness: 0.6, surprise: 0.26 })[emotion as string] ?? 0.1,
);
const history: readonly Experience[] = [
  {
    kind: 'other',
    name: 'Ben',
    couple: { ...UNKNOWN_COUPLE, months: 14, living: 'apart', story: 'They met on a ferry.', agreed: ['Sundays are theirs.'] },
    life: { occupation: 'boat builder', work: 'self-employed' },
    knows: 'He goes quiet.',
    seen: ['Ben can say sorry.'],
  },
  { kind: 'secret', text: 'Ada has a second flat.' },
  { kind: 'story', scene: 1, turningPoint: 'first date', text: 'We ate noodles.' },
  {
    kind: 'scene',
    scene: 2,
    other: 'Ben',
    theme: 'Room for two',
    setting: 'A shed.',
    others: ['a dog', 'Mr Falk'],
    situation: 'It rains.',
  },
  { kind: 'secret', text: 'Ada has found a letter.' },
  { kind: 'wish', text: 'to stay dry' },
  { kind: 'narrated', text: 'The lamp goes out.', alone: false },
  { kind: 'deed', self: false, name: 'Ben', deed: { deed: 'puts the cup down', words: 'Not tonight.', tone: 'flatly' } },
];
const feeling: Experience = { kind: 'felt', emotions, thought: 'Air.' };
const move = { question: 'Stay?', appraisal: { emotions, thought: 'Air.' } };
const options = [
  { id: 'a', action: 'apologize and stay' },
  { id: 'b', action: 'snap and go' },
];
const request = { character, words, history };
const calls: readonly PromptCall<unknown>[] = [
  appraisePrompt.with(request),
  choosePrompt.with({ ...request, move, options: [] }),
  choosePrompt.with({ ...request, move, options }),
  reflectPrompt.with(request),
  appraiseMemoriesPrompt.with({ character, words, memories: ['the sea', 'the war'] }),
];
const rendered = ({ messages }: PromptCall<unknown>) => messages.map(messageText).join('\n\n');
const historyOf = ({ messages }: PromptCall<unknown>) => messages[1]?.parts.find(({ kind }) => kind === 'history')?.text ?? '';

test('what a prompt shows of a life reads like this', () => {
  expect(historyOf(calls[0]!)).toMatchInlineSnapshot(`
    "THE TWO OF YOU
    The other one is Ben. You are a couple. Time in each other’s lives, in months: 14. You live apart. Ben by trade: boat builder. Ben at present: self-employed.
    How it came to this: They met on a ferry.
    You have agreed: Sundays are theirs.
    Your picture of Ben: He goes quiet.
    Seen of Ben since then: Ben can say sorry.

    KNOWN TO YOU ALONE
    - Ada has a second flat.

    EARLIER, AS YOU REMEMBER IT
    Scene 1, first date: We ate noodles.

    MOMENT BY MOMENT
    Scene 2 with Ben: Room for two
    Place: A shed.
    Also there: a dog and Mr Falk.
    It rains.
    Only you know: Ada has found a letter.
    Your own aim in this scene: to stay dry
    The lamp goes out.
    Ben: puts the cup down. (flatly) “Not tonight.”"
  `);
});

test('a free choice and an offered one differ in the list of options alone', () => {
  const [, free, offered] = calls.map(rendered);
  const list = `\n\n${words['title.options']}\na) apologize and stay\nb) snap and go`;
  expect(offered).toContain(list);
  expect(offered?.replace(list, '')).toBe(free);
});

test('the feeling of the moment is shown once: in the history where it ends with it, else beside the question', () => {
  const withFeeling = rendered(choosePrompt.with({ ...request, history: [...history, feeling], move, options: [] }));
  for (const text of [withFeeling, rendered(calls[1]!)]) expect(text.match(/Air\./g)).toHaveLength(1);
});

test('every emotion of 0.25 and above is shown, the strongest first, ties included', () => {
  expect(historyOf(appraisePrompt.with({ ...request, history: [feeling] }))).toContain(
    'strong fear, clear sadness, clear anger, some joy, some surprise',
  );
});

test('an appraisal names the happening that is meant', () => {
  const after = (...more: readonly Experience[]) => rendered(appraisePrompt.with({ ...request, history: [...history, ...more] }));
  expect(after()).toContain('The moment is Ben’s last move');
  expect(after({ kind: 'narrated', text: 'A bell rings.', alone: false })).toContain('in the narration above');
  expect(after({ kind: 'memory', text: 'the sea' })).toContain('The moment is Ben’s last move');
});

test('memories are felt by the same scale as moments', () => {
  const scaleIn = (text: string) => /Each is a number from 0 to 1[^\n]*/.exec(text)?.[0];
  expect(scaleIn(rendered(calls[4]!))).toBe(scaleIn(rendered(calls[0]!)));
  expect(scaleIn(rendered(calls[0]!))).toMatch(/"acceptance" is/);
});

test('all prompts of a character begin with the same words, so that a provider can cache them', () => {
  const [first, ...others] = calls.map(({ messages }) => messageText(messages[0]!));
  for (const other of others) expect(other).toBe(first);
});

test('a longer history only adds to the text, at every length', () => {
  const more: readonly Experience[] = [
    ...history,
    feeling,
    { kind: 'secret', text: 'Ada is ill.' },
    { kind: 'event', text: 'Snow.', alone: true },
  ];
  const texts = more.map((_, index) => historyOf(reflectPrompt.with({ ...request, history: more.slice(0, index + 1) })));
  for (const [index, text] of texts.entries()) expect(text.startsWith(texts[index - 1] ?? '')).toBe(true);
});

test('parts come in the order stable, history, tail, and a prompt without a past has no empty heading', () => {
  const kinds = calls.map(({ messages }) => messages.flatMap(({ parts }) => parts.map(({ kind }) => kind)));
  expect(kinds.slice(0, 4)).toEqual(kinds.slice(0, 4).map(() => ['stable', 'history', 'tail']));
  expect(kinds[4]).toEqual(['stable', 'tail']);
});

test('every word is part of the digest of the prompts', () => {
  const digest = promptCallsDigest(agentPromptSamples());
  for (const name of Object.keys(AGENT_WORDS) as (keyof AgentWords)[]) {
    const changed = { ...AGENT_WORDS, [name]: `${AGENT_WORDS[name]} Another word.` };
    expect([name, promptCallsDigest(agentPromptSamples(changed))]).not.toEqual([name, digest]);
  }
});

test('the samples leave no placeholder unfilled', () => {
  const names = Object.values(AGENT_WORDS).flatMap(placeholdersOf);
  const text = agentPromptSamples().map(rendered).join('\n');
  expect(names.filter((name) => text.includes(`{${name}}`))).toEqual([]);
});

test('all natural language comes from the words', () => {
  const blank = Object.fromEntries(
    Object.entries(AGENT_WORDS).map(([name, text]) => [
      name,
      placeholdersOf(text)
        .map((each) => `{${each}}`)
        .join(' '),
    ]),
  ) as AgentWords;
  const shapes = /\{"(?:[^{}]|\{[^{}]*\}|\{[^{}]*\{[^{}]*\}[^{}]*\})*\}/g;
  const left = rendered(
    choosePrompt.with({
      character: { name: 'NAME', persona: '' },
      words: blank,
      history: [],
      move: { question: '', appraisal: null },
      options: [],
    }),
  );
  expect(left.replace(shapes, '').trim()).toBe('NAME');
});

test('the samples have a call of every prompt in this folder, and each an offline responder', async () => {
  const stems = readdirSync(import.meta.dirname).flatMap((name) => /^([\w-]+)\.ts$/.exec(name)?.[1] ?? []);
  const modules = await Promise.all(stems.map(async (stem) => (await import(`./${stem}.ts`)) as Record<string, unknown>));
  const defined = modules.flatMap((module) =>
    Object.values(module).flatMap((value) =>
      typeof value === 'object' && value !== null && 'with' in value && 'name' in value ? [String(value.name)] : [],
    ),
  );
  expect(defined.length).toBeGreaterThan(3);
  expect([...new Set(agentPromptSamples().map(({ label }) => label.name))].toSorted()).toEqual(defined.toSorted());
  expect(offlineResponders.map(({ name }) => name).toSorted()).toEqual(defined.toSorted());
});

test('exactly one offline responder recognises each prompt, in any language', () => {
  const foreign = Object.fromEntries(Object.keys(AGENT_WORDS).map((name) => [name, 'Wörter'])) as AgentWords;
  for (const call of [...calls, ...agentPromptSamples(foreign)]) {
    const asked = { messages: call.messages.map((message) => ({ role: message.role, text: messageText(message) })) };
    expect(offlineResponders.filter((responder) => responder.recognises(asked)).map(({ name }) => name)).toEqual([
      call.label.name,
    ]);
  }
});
