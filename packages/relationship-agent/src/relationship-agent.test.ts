import {
  type GenerateRequest,
  type LanguageModel,
  messageText,
  nodeClock,
  RefusalError,
  UnparsableReplyError,
} from '@entente/llm-clients';
import { createScriptedModel } from '@entente/llm-clients/scripted';
import { createMemoryStore, type Program, startRun, unrecordedScope } from '@entente/simulation-core';
import { byEmotion } from '@entente/relationship';
import { expect, test } from 'vitest';
import { RelationshipAgent } from './relationship-agent.js';

const scope = () => unrecordedScope({ seed: 1 });
const emotions = byEmotion((emotion) => (emotion === 'fear' ? 0.8 : 0.1));
const agentWith = (model: LanguageModel) =>
  new RelationshipAgent({ name: 'Ada', persona: 'Ada is calm.', goals: ['Peace.'], model });
const shown = (request: GenerateRequest | undefined) => request?.messages.map(messageText).join('\n\n') ?? '';

test('an appraisal is eight emotions and a thought', async () => {
  const model = createScriptedModel({ appraise: { json: { emotions, thought: 'Here it comes.' } } });
  expect(await agentWith(model).appraise(scope(), ['It rains.'])).toEqual({ emotions, thought: 'Here it comes.' });
});

test.each([
  ['seven emotions', { emotions: { ...emotions, joy: undefined }, thought: 'x' }],
  ['an emotion out of range', { emotions: { ...emotions, joy: 7 }, thought: 'x' }],
  ['an empty thought', { emotions, thought: ' ' }],
])('%s are asked for again with the complaint, and end as an error, not as numbers', async (_, wrong) => {
  const model = createScriptedModel({ appraise: { json: wrong } });
  await expect(agentWith(model).appraise(scope(), ['It rains.'])).rejects.toBeInstanceOf(UnparsableReplyError);
  expect(model.requests).toHaveLength(3);
});

test('a refusal keeps its kind', async () => {
  const model = createScriptedModel({ appraise: { text: 'I cannot.', finishReason: 'refusal' } });
  await expect(agentWith(model).appraise(scope(), ['It rains.'])).rejects.toBeInstanceOf(RefusalError);
});

const MOVE = { deed: 'opens the window', words: 'Air.', tone: 'softly', reason: 'It is hot.' };

test('a free choice is a deed, words, a tone and a reason, and no option', async () => {
  const model = createScriptedModel({ choose: { json: { ...MOVE, option: '' } } });
  const move = { question: 'Stay?', appraisal: { emotions, thought: 'Air.' } };
  expect(await agentWith(model).makeChoices(scope(), ['It rains.'], move)).toEqual({ ...MOVE, option: null });
  expect(shown(model.requests[0])).toContain('You feel fear (strongly). You think: Air.');
});

test('what may be left out of a reply may be left out', async () => {
  const model = createScriptedModel({ choose: { json: { deed: 'waits', reason: 'Tired.' } } });
  expect(await agentWith(model).makeChoices(scope(), ['It rains.'], { question: 'Stay?', appraisal: null })).toEqual({
    deed: 'waits',
    words: '',
    tone: '',
    reason: 'Tired.',
    option: null,
  });
});

test('a move whose deed holds the words is asked for again with the complaint', async () => {
  const model = createScriptedModel({
    choose: [
      { json: { ...MOVE, deed: 'says I am off now', words: 'I am off now.', option: '' } },
      { json: { ...MOVE, option: '' } },
    ],
  });
  const chosen = await agentWith(model).makeChoices(scope(), ['It rains.'], { question: 'Stay?', appraisal: null });
  expect(chosen.deed).toBe('opens the window');
  expect(shown(model.requests[1])).toContain('deed: it repeats the words');
});

test('an option that was not offered is asked for again and never taken', async () => {
  const model = createScriptedModel({
    choose: [{ json: { ...MOVE, option: 'd' } }, { json: { ...MOVE, option: 'b' } }],
  });
  const options = [
    { id: 'a', action: 'stay' },
    { id: 'b', action: 'go' },
  ];
  const taken = await agentWith(model).act(scope(), ['It rains.'], { question: 'Stay?', appraisal: null, options });
  expect(taken).toEqual({ ...MOVE, option: 'b' });
  expect(shown(model.requests[1])).toContain('there is no option "d"; take one of a, b');
});

test('a reflection has a story, and may have seen nothing new', async () => {
  const model = createScriptedModel({ reflect: { json: { reflection: 'I should have stayed.', story: 'He left.' } } });
  expect(await agentWith(model).reflect(scope(), ['It rained.'])).toEqual({
    reflection: 'I should have stayed.',
    story: 'He left.',
    ofOther: '',
  });
});

test('single words of the prompts can be replaced, and are part of the identity', async () => {
  const model = createScriptedModel({ reflect: { json: { reflection: 'Hm.', story: 'Hm.' } } });
  const german = new RelationshipAgent({ name: 'Ada', persona: 'Ada.', model, words: { 'task.reflect': 'DEINE AUFGABE' } });
  await german.reflect(scope(), ['Es regnet.']);
  expect(shown(model.requests[0])).toContain('DEINE AUFGABE');
  expect(german.identity).not.toEqual(new RelationshipAgent({ name: 'Ada', persona: 'Ada.', model }).identity);
});

test('memories are appraised eight per call and come back in their order', async () => {
  const memories = Array.from({ length: 11 }, (_, index) => `memory ${index + 1}`);
  const answer = (request: GenerateRequest) => {
    const numbers = [...shown(request).matchAll(/^(\d+)\. memory/gm)].map(([, number]) => Number(number));
    return { json: { appraisals: numbers.map((memory) => ({ memory, emotions: byEmotion(() => memory / 10) })).reverse() } };
  };
  const model = createScriptedModel({ 'appraise-memories': answer });
  const appraised = await agentWith(model).batchAppraiseMemory(scope(), memories);
  expect(model.requests).toHaveLength(2);
  expect(appraised.map(({ text, emotions: felt }) => [text, felt?.joy])).toEqual(
    memories.map((text, index) => [text, ((index % 8) + 1) / 10]),
  );
});

test('a batch that leaves out a memory is asked for again; memories that stay missing come back without emotions and with the reason', async () => {
  const short = { json: { appraisals: [{ memory: 1, emotions }] } };
  const model = createScriptedModel({ 'appraise-memories': short });
  const appraised = await agentWith(model).batchAppraiseMemory(scope(), ['the sea', 'the war']);
  expect(shown(model.requests[1])).toContain('the memories 2 are left out');
  expect(appraised.map(({ text, emotions: felt, missing }) => [text, felt, missing?.reason])).toEqual([
    ['the sea', null, 'unparsable'],
    ['the war', null, 'unparsable'],
  ]);
});

test('batches of memories are found again by their number', async () => {
  const model = createScriptedModel({ 'appraise-memories': { json: { appraisals: [{ memory: 1, emotions }] } } });
  const program: Program<number, { readonly type: 'appraised' }> = {
    kind: 'memories',
    initial: 0,
    apply: (count) => count + 1,
    nextStep: (count) => (count === 0 ? 'past' : undefined),
    step: async (recorded) => {
      await agentWith(model).batchAppraiseMemory(recorded.child('A'), ['the sea', 'the war'], { batchSize: 1 });
      recorded.record({ type: 'appraised' });
    },
  };
  const store = createMemoryStore();
  const description = { spec: null, seed: '1', replicate: 0 };
  await startRun(program, { store, clock: nodeClock, packageVersion: '0', runId: 'r', description });
  const paths: string[] = [];
  for await (const entry of store.read('r')) if (entry.type === 'answer-recorded') paths.push(entry.path);
  expect(paths.sort()).toEqual(['past/A/memories-1#0', 'past/A/memories-2#0']);
});

test('a person without memories has none, and is the same as one whose memories are an empty list', () => {
  const model = createScriptedModel({});
  const [without, empty] = [{}, { memories: [] }].map(
    (options) => new RelationshipAgent({ name: 'Ada', persona: 'Ada is calm.', model, ...options }),
  );
  expect(without!.memories).toEqual([]);
  expect(without!.identity).toMatchObject({ goals: [], memories: [] });
  expect(without!.identity).toEqual(empty!.identity);
});

test('no memories cost no call', async () => {
  expect(await agentWith(createScriptedModel({})).batchAppraiseMemory(scope(), [])).toEqual([]);
});
