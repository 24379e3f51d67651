import { type GenerateRequest, messageText, RefusalError, UnparsableReplyError } from '@entente/llm-clients';
import { createScriptedModel } from '@entente/llm-clients/scripted';
import { unrecordedScope } from '@entente/simulation-core';
import type { SceneOpening, Stage } from '@entente/relationship';
import { expect, test } from 'vitest';
import { ArcError, SameNameError, SceneMasterError } from './scene-master-errors.js';
import { SceneMaster } from './scene-master.js';

const agents = [
  { name: 'Ada', persona: 'Ada is calm.', goal: 'Peace.' },
  { name: 'Ben', persona: 'Ben is not.' },
] as const;
const openingReply = {
  theme: 'Room for two',
  setting: 'The kitchen.',
  others: ['a plumber'],
  situation: 'A letter lies there.',
  conflict: 'One would move, one would stay.',
  goal_A: 'to stay',
  goal_B: 'to go',
};
const opening: SceneOpening = {
  category: 'Modern Life',
  turningPoint: 'rise of the rent',
  scenario: 'modern-budget',
  theme: 'Room for two',
  setting: 'The kitchen.',
  others: [],
  situation: 'A letter lies there.',
  conflict: 'One would move, one would stay.',
  goals: { A: 'to stay', B: 'to go' },
};
const stage: Stage = { scene: 2, story: ['Scene 1 (first date): They met.'], opening, transcript: ['It rains.', 'Ada: wait'] };
const beat = { narrative: 'It stops.', actor: 'B', question: 'And now?', options: [] };

const scope = (seed: string | number = 1) => unrecordedScope({ seed });
const shown = (request: GenerateRequest | undefined) => request?.messages.map(messageText).join('\n\n') ?? '';

test('the first scene is opened from a scenario of the first category, with both goals kept apart', async () => {
  const model = createScriptedModel({ initialize: { json: openingReply } });
  const opened = await new SceneMaster({ agents, model }).initialize(scope());
  expect(opened).toMatchObject({
    category: 'Relationship Development',
    theme: 'Room for two',
    goals: { A: 'to stay', B: 'to go' },
  });
  expect(opened).not.toHaveProperty('defaulted');
  expect(shown(model.requests[0])).toContain(`Turning point: ${opened.turningPoint}`);
  expect(shown(model.requests[0])).not.toMatch(/\{[AB]\}/);
});

test('the scenario follows from the seed alone', async () => {
  const model = createScriptedModel({ initialize: { json: openingReply } });
  const scenarioOf = async (seed: number) => (await new SceneMaster({ agents, model }).initialize(scope(seed))).scenario;
  expect(await scenarioOf(1)).toBe(await scenarioOf(1));
  const drawn = new Set(await Promise.all(Array.from({ length: 30 }, (_, seed) => scenarioOf(seed))));
  expect(drawn.size).toBeGreaterThan(4);
});

test('a later scene is opened knowing the summaries of those before, in the category of its place in the arc', async () => {
  const model = createScriptedModel({ 'next-scene': { json: openingReply } });
  const opened = await new SceneMaster({ agents, model }).nextScene(scope(), {
    scene: 5,
    story: ['Scene 4 (ultimatum): They stayed.'],
    used: [],
  });
  expect(opened.category).toBe('Conflict & Repair');
  expect(shown(model.requests[0])).toContain('Scene 4 (ultimatum): They stayed.');
});

test('a run longer than its arc repeats the arc', async () => {
  const model = createScriptedModel({ 'next-scene': { json: openingReply } });
  const director = new SceneMaster({ agents, model, arc: ['Initial Formation', 'Transitions or Endings'] });
  expect((await director.nextScene(scope(), { scene: 4, story: [], used: [] })).category).toBe('Transitions or Endings');
});

test('a missing opening is replaced by the scenario as written, with the reason', async () => {
  const model = createScriptedModel({ initialize: { text: 'no', finishReason: 'refusal' } });
  const opened = await new SceneMaster({ agents, model }).initialize(scope());
  expect(opened.defaulted).toMatchObject({ reason: 'refusal' });
  expect(opened.situation).toMatch(/Ada|Ben/);
  expect(opened.situation).not.toMatch(/\{[AB]\}/);
  expect(opened.goals.A).toBe('Peace.');
});

test('a director that names an unknown actor is asked again, and no partner is guessed', async () => {
  const wrong = ['C', 'Ada', '3f9c-11', '', null];
  const model = createScriptedModel({ progress: { json: { ...beat, actor: 'somebody' } } });
  await expect(new SceneMaster({ agents, model }).progress(scope(), stage)).rejects.toBeInstanceOf(UnparsableReplyError);
  for (const actor of wrong) {
    const corrected = createScriptedModel({ progress: [{ json: { ...beat, actor } }, { json: beat }] });
    expect(await new SceneMaster({ agents, model: corrected }).progress(scope(), stage)).toEqual(beat);
    expect(shown(corrected.requests[1])).toMatch(/actor/);
    corrected.assertExhausted();
  }
});

test('options are offered only where asked for, three or four of them, each with its own letter', async () => {
  const options = ['a', 'b', 'c'].map((id) => ({ id, action: `do ${id}` }));
  const offering = createScriptedModel({
    progress: [{ json: beat }, { json: { ...beat, options: [...options, options[0]] } }, { json: { ...beat, options } }],
  });
  const offered = await new SceneMaster({ agents, model: offering }).progress(scope(), stage, { offerOptions: true });
  expect(offered.options).toEqual(options);
  expect(shown(offering.requests[1])).toContain('offer three or four, not 0');
  expect(shown(offering.requests[2])).toContain('a letter of its own');
  const unasked = createScriptedModel({ progress: { json: { ...beat, options } } });
  expect((await new SceneMaster({ agents, model: unasked }).progress(scope(), stage)).options).toEqual([]);
});

test('each partner gets a secret of its own', async () => {
  const model = createScriptedModel({ 'generate-context': { json: { A: 'you have savings.', B: 'you have debts.' } } });
  expect(await new SceneMaster({ agents, model }).generateContext(scope(), stage)).toEqual({
    A: 'you have savings.',
    B: 'you have debts.',
  });
});

test('a summary is read from its own key, not from whatever else the model repeats', async () => {
  const model = createScriptedModel({
    summarize: [{ json: { previous_summary: 'They met.' } }, { json: { scene_summary: 'They stayed.' } }],
  });
  expect(await new SceneMaster({ agents, model }).summarize(scope(), stage)).toEqual({ summary: 'They stayed.' });
});

test('the judge is another model if there is one, and sees personas, earlier scenes, this scene and one partner’s thoughts', async () => {
  const model = createScriptedModel({});
  const judgeModel = createScriptedModel({ 'commitment-score': { json: { reasoning: 'Stays.', score: 6.5 } } });
  const director = new SceneMaster({ agents, model, judgeModel });
  const judged = await director.commitmentScore(scope(), { ...stage, partner: 'B', thoughts: ['Moment 1: some fear. "Go."'] });
  expect(judged).toEqual({ reasoning: 'Stays.', score: 6.5 });
  const text = shown(judgeModel.requests[0]);
  for (const part of ['Ada is calm.', 'Ben is not.', 'They met.', 'It rains.', 'Ada: wait', '"Go."', 'PARTNER B, Ben'])
    expect(text).toContain(part);
});

test.each([
  ['a score as text', '7/10'],
  ['a score in words', 'seven'],
  ['a score out of range', 11],
  ['no score', undefined],
])('%s is asked for again and never guessed', async (_, score) => {
  const model = createScriptedModel({ 'commitment-score': { json: { reasoning: 'Stays.', score } } });
  const judged = new SceneMaster({ agents, model }).commitmentScore(scope(), { ...stage, partner: 'A', thoughts: [] });
  await expect(judged).rejects.toBeInstanceOf(UnparsableReplyError);
});

test('a judge that refuses is an error with its kind, not a number', async () => {
  const model = createScriptedModel({ 'commitment-score': { text: 'no', finishReason: 'refusal' } });
  const judged = new SceneMaster({ agents, model }).commitmentScore(scope(), { ...stage, partner: 'A', thoughts: [] });
  await expect(judged).rejects.toBeInstanceOf(RefusalError);
});

test('an arc that cannot be played is refused before any call', () => {
  const model = createScriptedModel({});
  expect(() => new SceneMaster({ agents, model, arc: [] })).toThrow('at least one category');
  expect(() => new SceneMaster({ agents, model, scenarios: [] })).toThrow('no scenario of the category');
  expect(() => new SceneMaster({ agents: [agents[0], agents[0]], model })).toThrow('Both partners are called Ada');
});

test('errors of this package are told apart, and share one base', () => {
  const [arc, name] = [new ArcError('An arc needs at least one category.'), new SameNameError('Ada')];
  expect([arc, name].map((error) => [ArcError, SameNameError, SceneMasterError].map((each) => each.isInstance(error)))).toEqual([
    [true, false, true],
    [false, true, true],
  ]);
});
