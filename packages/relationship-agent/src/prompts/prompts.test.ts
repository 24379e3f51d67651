import { readdirSync } from 'node:fs';
import { messageText, type PromptCall } from '@entente/llm-clients';
import { placeholdersOf } from '@entente/llm-clients/contract';
import { byEmotion, type Experience, UNKNOWN_COUPLE } from '@entente/relationship';
import { promptCallsDigest } from '@entente/simulation-core';
import { expect, test } from 'vitest';
import { z } from 'zod';
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
const OTHER = {
  kind: 'other',
  name: 'Ben',
  pronouns: 'he',
  couple: { ...UNKNOWN_COUPLE, months: 14, living: 'apart', story: 'They met on a ferry.', agreed: ['Sundays are theirs.'] },
  life: { occupation: 'boat builder', work: 'self-employed' },
  knows: 'He goes quiet.',
  seen: ['Ben can say sorry.'],
} as const satisfies Experience;
const history: readonly Experience[] = [
  OTHER,
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
    The other one is Ben. Pronouns of Ben: he/him. You have been together for 14 months and live apart. Ben's work: boat builder (self-employed).
    Before the first scene: They met on a ferry.
    You have agreed: Sundays are theirs.
    Your picture of Ben before the first scene: He goes quiet.
    Seen of Ben since then:
    - Ben can say sorry.

    KNOWN TO YOU ALONE
    - Ada has a second flat.

    EARLIER, AS YOU REMEMBER IT
    Scene 1: We ate noodles.

    MOMENT BY MOMENT
    Scene 2, with Ben: Room for two
    Place: A shed.
    Also there: a dog; Mr Falk.
    It rains.
    Known to you alone: Ada has found a letter.
    You want: to stay dry.
    The lamp goes out.
    Ben: puts the cup down. (flatly) "Not tonight.""
  `);
});

test('a free choice and an offered one differ in the options and what goes with them alone', () => {
  const [, free = '', offered = ''] = calls.map(rendered);
  const list = `\n${words['title.options']}\n${words['choose.offered']}\na) apologize and stay\nb) snap and go`;
  expect(offered).toContain(`${words['title.question']}\nStay?${list}\n\n`);
  expect(offered.replace(list, '').replace(', "option": string', '')).toBe(free.replace(`\n${words['choose.free']}`, ''));
  expect(free).toContain(words['choose.free']);
  const keys = calls.slice(1, 3).map(({ schema }) => Object.keys(z.toJSONSchema(schema!, { io: 'input' }).properties ?? {}));
  expect(keys).toEqual([
    ['deed', 'words', 'tone', 'reason'],
    ['deed', 'words', 'tone', 'reason', 'option'],
  ]);
});

test('only the last move of a scene is told that nothing is answered after it', () => {
  const [first = '', last = ''] = [false, true].map((isLast) =>
    rendered(choosePrompt.with({ ...request, move: { ...move, isLast }, options: [] })),
  );
  expect(first).not.toContain(words['choose.last']);
  expect(last.replace(`\n${words['choose.last']}`, '')).toBe(first);
});

test('a history speaks to its owner as "you": no title or label names them, and a wish is a sentence', () => {
  const text = historyOf(calls[0]!);
  const labels = text.split('\n').filter((line) => /^(?:[A-Z]{3,} |Known|News|Noticed)/.test(line));
  expect(labels.join(' ')).toContain('Known to you alone');
  expect(labels.filter((line) => line.split(':')[0]!.includes(character.name))).toEqual([]);
  expect(text).toMatch(/^You want: .+\.$/m);
});

test('a question that is empty has no title', () => {
  const asked = choosePrompt.with({ ...request, move: { ...move, question: '' }, options: [] });
  expect(rendered(asked)).not.toContain(words['title.question']);
});

test.each([
  [{ stage: 'strangers', months: 0 }, 'The other one is Ben. You have not met before, and do not know this name yet.'],
  [{ stage: 'acquainted', months: 0.2 }, 'Pronouns of Ben: he/him. You have met only lately.'],
  [{ stage: 'dating', months: 1.4 }, 'You have been seeing each other for 6 weeks and live apart.'],
  [{ stage: 'together', months: undefined }, 'You are a couple and live apart. You have no children together.'],
  [
    { stage: 'married', months: 216 },
    "You are married to each other and live apart. You have been in each other's lives for 18 years.",
  ],
  [
    { stage: 'together', months: 30, bond: 'friends' },
    "your friend. Pronouns of Ben: he/him. You have been in each other's lives for 3 years and live apart.",
  ],
] as const)('a card of %o says so in whole sentences', (facts, said) => {
  const couple = { ...UNKNOWN_COUPLE, living: 'apart', children: 0, ...facts } as const;
  const card = historyOf(reflectPrompt.with({ ...request, history: [{ ...OTHER, couple }] }));
  expect(card).toContain(said);
  if (facts.stage === 'strangers') expect(card).not.toMatch(/Pronouns|live apart|children/);
});

test('age and work are said once', () => {
  const persona = 'Ada, 31, teaches chemistry.';
  const told = rendered(reflectPrompt.with({ ...request, character: { ...character, persona } }));
  expect(told).not.toMatch(/Age: |Work: /);
  expect(rendered(reflectPrompt.with(request))).toContain('You are Ada. Age: 31. Work: chemistry teacher.');
});

test('the feeling of the moment is shown once: in the history where it is the last one, else beside the question', () => {
  const withFeeling = rendered(choosePrompt.with({ ...request, history: [...history, feeling], move, options: [] }));
  const recalled = [...history, feeling, { kind: 'memory', text: 'the sea' }] as const;
  const withMemory = rendered(choosePrompt.with({ ...request, history: recalled, move, options: [] }));
  for (const text of [withFeeling, withMemory, rendered(calls[1]!)]) expect(text.match(/Air\./g)).toHaveLength(1);
});

test('every emotion of 0.25 and above is shown, the strongest first, ties included', () => {
  expect(historyOf(appraisePrompt.with({ ...request, history: [feeling] }))).toContain(
    'fear (strongly), sadness (clearly), anger (clearly), joy (a little), surprise (a little)',
  );
});

test('an appraisal is about everything since the last one in this scene', () => {
  const after = (...more: readonly Experience[]) => rendered(appraisePrompt.with({ ...request, history: [...history, ...more] }));
  const bell: Experience = { kind: 'narrated', text: 'A bell rings.', alone: false };
  expect(after()).toContain(words['moment.scene']);
  expect(after(feeling, bell)).toContain(words['moment.since']);
  expect(after(feeling, history[3]!, bell)).toContain(words['moment.scene']);
});

test('memories are felt by the same scale as moments', () => {
  const scaleIn = (text: string) => /Each is a number from 0 to 1[^\n]*/.exec(text)?.[0];
  expect(scaleIn(rendered(calls[4]!))).toBe(scaleIn(rendered(calls[0]!)));
  expect(scaleIn(rendered(calls[0]!))).toMatch(/is not "acceptance"/);
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
