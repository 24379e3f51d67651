import { type GenerateRequest, messageText, RefusalError, UnparsableReplyError } from '@entente/llm-clients';
import { createScriptedModel } from '@entente/llm-clients/scripted';
import type { SceneMaterial } from '@entente/relationship';
import { unrecordedScope } from '@entente/simulation-core';
import { describe, expect, test } from 'vitest';
import { SameNameError, SceneMasterError } from './scene-master-errors.js';
import { SceneMaster } from './scene-master.js';
import { ADA, BEN, FIRST, moved, SCENARIO, SO_FAR, STAGE } from './testing/ada-and-ben.js';

const agents = [ADA, BEN] as const;
const material: SceneMaterial = {
  scenarios: [SCENARIO],
  arcs: [{ id: 'ten-scenes', title: 'Ten', steps: [{ category: 'Modern Life' }] }],
};
const opening = {
  theme: 'Room for two',
  setting: 'The kitchen.',
  others: ['a plumber'],
  situation: 'A letter lies there.',
  only_A: '',
  only_B: '',
  conflict: 'One would move, one would stay.',
  goal_A: 'Ada wants to stay.',
  goal_B: 'to go',
};
const later = { later: 'Three weeks later.', weeks: 3, ...opening };
const beat = { narrative: 'It stops.', only_A: '', only_B: '', actor: 'B', question: 'And now?', options: [] };
const closing = { narrative: 'A door.', only_A: '', only_B: '' };
const nothing = { states: [], facts: [], told: [] };

const scope = (seed: string | number = 1) => unrecordedScope({ seed });
const shown = (request: GenerateRequest | undefined) => request?.messages.map(messageText).join('\n\n') ?? '';
const directed = (replies: Parameters<typeof createScriptedModel>[0]) => {
  const model = createScriptedModel(replies);
  return { model, director: new SceneMaster({ agents, model, material }) };
};

describe('an opening', () => {
  test('keeps what is the scenario’s, and what each alone knows and wants apart', async () => {
    const { director, model } = directed({ initialize: { json: opening } });
    const opened = await director.initialize(scope());
    const owner = opened.swapped ? 'B' : 'A';
    expect(opened).toMatchObject({
      category: 'Modern Life',
      scenario: 'rent-kitchen',
      goals: { A: 'to stay', B: 'to go' },
      uses: ['move'],
      mayBring: [{ fact: 'living', to: 'together' }],
    });
    // The reply leaves it out, and it is still there.
    expect(opened.onlyKnows[owner]).toMatch(/has already signed a lease/);
    expect(opened).not.toHaveProperty('defaulted');
    expect(shown(model.requests[0])).not.toMatch(/\{\w+\}/);
  });

  test('of a later scene begins with the time since, and is written knowing facts, secrets, resolutions and news', async () => {
    const { director, model } = directed({ 'next-scene': { json: later } });
    expect((await director.nextScene(scope(), SO_FAR)).situation).toBe('Three weeks later. A letter lies there.');
    const text = shown(model.requests[0]);
    for (const part of [
      'Scene 1 (first date): They met.',
      'Sundays are free.',
      '14 months',
      'Ada alone knows: Ada still has the ring of a man named Tom.',
      'Ben thought: Next time I call first.',
      'Both learn: The lift is out of order.',
      'Between them: a quarrel is brewing.',
      'Possible in it, if both bring it about: They live in one household.',
    ])
      expect(text).toContain(part);
  });

  test.each([
    ['a kept secret in the situation', { situation: 'Ada still has the ring of a man named Tom on.' }, 'situation: '],
    [
      'what the scenario gives one alone, in the setting',
      { setting: 'Somebody has already signed a lease for a room.' },
      'setting: ',
    ],
    [
      'its own private part in the theme',
      { only_B: 'Ben is to be made head of the whole school.', theme: 'To be made head of the whole school' },
      'theme: ',
    ],
    ['a secret of Ada in the goal of Ben', { goal_B: 'to see the ring of a man named Tom' }, 'goal_B: '],
    ['a secret of Ada in the part of Ben', { only_B: 'Ben knows that Ada still has the ring of a man.' }, 'only_B: '],
  ])('with %s is asked for again', async (_, leak, complaint) => {
    const { director, model } = directed({ 'next-scene': [{ json: { ...later, ...leak } }, { json: later }] });
    await director.nextScene(scope(), SO_FAR);
    expect(shown(model.requests[1])).toContain(complaint);
    model.assertExhausted();
  });

  test('that is missing is replaced by the scenario as written, with the reason', async () => {
    const { director } = directed({ initialize: { text: 'no', finishReason: 'refusal' } });
    const opened = await director.initialize(scope());
    expect(opened.defaulted).toMatchObject({ reason: 'refusal' });
    expect(opened.situation).toMatch(/^(Ada and Ben|Ben and Ada) look at a letter\.$/);
    expect(opened.onlyKnows[opened.swapped ? 'B' : 'A']).toContain('lease');
    expect(opened.goals).toEqual({
      A: 'Peace',
      B: 'to come out of this closer to the other one, or at least no further away',
    });
  });

  test('follows from the seed alone', async () => {
    const opened = async (seed: number) => {
      const model = createScriptedModel({ initialize: { json: opening } });
      return (await new SceneMaster({ agents, model }).initialize(scope(seed))).scenario;
    };
    expect(await opened(1)).toBe(await opened(1));
    expect(new Set(await Promise.all(Array.from({ length: 12 }, (_, seed) => opened(seed)))).size).toBeGreaterThan(4);
  });
});

describe('an opening that tells a secret', () => {
  const told = (quote: string, id = 'A-start-1') => ({
    ...later,
    later: 'Nine weeks later. Ben has found the ring of a man named Tom.',
    weeks: 9,
    told: [{ id, quote }],
  });

  test('names it, with words of its own, and says how many weeks have passed', async () => {
    const { director, model } = directed({ 'next-scene': { json: told('"Ben has found the ring"') } });
    expect(await director.nextScene(scope(), SO_FAR)).toMatchObject({
      weeks: 9,
      told: [{ id: 'A-start-1', quote: 'Ben has found the ring' }],
      situation: 'Nine weeks later. Ben has found the ring of a man named Tom. A letter lies there.',
    });
    expect(shown(model.requests[0])).toContain('  - A-start-1: Ada alone knows: Ada still has the ring');
  });

  test.each([
    ['words that it does not hold', told('Ben knows it all.'), 'stands neither in later nor in situation'],
    ['a secret that there is not', told('Ben has found the ring', 'B-start-7'), 'there is no secret "B-start-7"'],
  ])('with %s is asked for again', async (_, wrong, complaint) => {
    const { director, model } = directed({ 'next-scene': [{ json: wrong }, { json: later }] });
    await director.nextScene(scope(), SO_FAR);
    expect(shown(model.requests[1])).toContain(complaint);
  });

  test('is not asked for where nobody keeps one', async () => {
    const { director, model } = directed({ 'next-scene': { json: later } });
    await director.nextScene(scope(), { ...SO_FAR, secrets: [] });
    expect(shown(model.requests[0])).not.toContain('"told"');
  });
});

describe('a beat', () => {
  test('has three parts, of which each partner gets its own', async () => {
    const { director } = directed({ progress: { json: { ...beat, only_A: 'Ada hears a step.' } } });
    expect(await director.progress(scope(), STAGE, FIRST)).toEqual({
      narrative: 'It stops.',
      onlySees: { A: 'Ada hears a step.', B: '' },
      actor: 'B',
      question: 'And now?',
      options: [],
    });
  });

  test('of an unknown actor is asked for again, and no partner is guessed', async () => {
    const { director } = directed({ progress: { json: { ...beat, actor: 'somebody' } } });
    await expect(director.progress(scope(), STAGE, FIRST)).rejects.toBeInstanceOf(UnparsableReplyError);
    for (const actor of ['C', 'Ada', '3f9c-11', '', null]) {
      const corrected = directed({ progress: [{ json: { ...beat, actor } }, { json: beat }] });
      expect((await corrected.director.progress(scope(), STAGE, FIRST)).actor).toBe('B');
      expect(shown(corrected.model.requests[1])).toMatch(/actor/);
      corrected.model.assertExhausted();
    }
  });

  test('is asked for again if somebody else moves than may', async () => {
    const { director, model } = directed({ progress: [{ json: { ...beat, actor: 'A' } }, { json: beat }] });
    expect((await director.progress(scope(), STAGE, { ...FIRST, mayAct: ['B'] })).actor).toBe('B');
    expect(shown(model.requests[1])).toMatch(/actor: [^\n]*B/);
  });

  test('offers options only where asked, three or four of them, each with its own letter', async () => {
    const options = ['a', 'b', 'c'].map((id) => ({ id, action: `do ${id}` }));
    const place = { ...FIRST, offerOptions: true };
    const { director, model } = directed({
      progress: [{ json: beat }, { json: { ...beat, options: [...options, options[0]] } }, { json: { ...beat, options } }],
    });
    expect((await director.progress(scope(), STAGE, place)).options).toEqual(options);
    expect(shown(model.requests[1])).toContain('offer three or four, not 0');
    expect(shown(model.requests[2])).toContain('a letter of its own');
    const unasked = directed({ progress: { json: { ...beat, options } } });
    expect((await unasked.director.progress(scope(), STAGE, FIRST)).options).toEqual([]);
  });

  const options = (action: string) => [action, 'wait', 'go'].map((text, at) => ({ id: 'abc'[at], action: text }));
  test.each([
    ['narrative', { narrative: 'Ada has looked at a room in another town, it seems.' }],
    ['only_B', { only_B: 'Ben finds out that Ada has looked at a room in another town.' }],
    ['question', { question: 'Does Ben ask why Ada still has the ring of a man named Tom?' }],
    ['option a', { options: options('ask Ada why she still has the ring of a man') }],
    ['only_A', { only_A: 'Ada sees that Ben has lost his wallet on the way here.' }],
  ])('that gives a secret away in %s is asked for again', async (name, leak) => {
    const place = { ...FIRST, offerOptions: true };
    const sound = { ...beat, options: options('wait') };
    const { director, model } = directed({ progress: [{ json: { ...sound, ...leak } }, { json: sound }] });
    await director.progress(scope(), STAGE, place);
    expect(shown(model.requests[1])).toContain(`${name}: `);
    expect(shown(model.requests[1])).toContain('gives away');
  });

  test('may give to the one who moves what that one knows, and to both what has been said', async () => {
    const told = moved('A', { words: 'I have looked at a room in another town.' });
    const own = { ...beat, actor: 'A', question: 'Does Ada say that she has looked at a room in another town?' };
    const said = { ...beat, narrative: 'So Ada has looked at a room in another town.' };
    await directed({ progress: { json: own } }).director.progress(scope(), STAGE, FIRST);
    const after = { ...STAGE, transcript: [...STAGE.transcript, told] };
    const { director, model } = directed({ progress: { json: said } });
    expect((await director.progress(scope(), after, FIRST)).narrative).toContain('another town');
    expect(model.requests).toHaveLength(1);
  });
});

test('a close is in three parts, and gives nothing away', async () => {
  const leak = { ...closing, narrative: 'Ben has lost his wallet on the way here, as it turns out.' };
  const { director, model } = directed({
    'close-scene': [{ json: leak }, { json: { ...closing, only_B: 'Ben sees a light.' } }],
  });
  expect(await director.closeScene(scope(), STAGE)).toEqual({
    narrative: 'A door.',
    onlySees: { A: '', B: 'Ben sees a light.' },
  });
  expect(shown(model.requests[1])).toContain('narrative: ');
});

test('each partner gets a secret of its own, and none of the other one’s', async () => {
  const contexts = { A: 'Ada has savings.', B: 'Ben has debts.' };
  const leak = { ...contexts, B: 'Ben has seen that Ada still has the ring of a man.' };
  const { director, model } = directed({ 'generate-context': [{ json: leak }, { json: contexts }] });
  expect(await director.generateContext(scope(), STAGE)).toEqual(contexts);
  expect(shown(model.requests[1])).toContain('B: "');
});

describe('a summary', () => {
  test('is read from its own key, not from whatever else the model repeats', async () => {
    const { director } = directed({
      summarize: [{ json: { previous_summary: 'They met.' } }, { json: { scene_summary: 'They stayed.' } }],
    });
    expect(await director.summarize(scope(), STAGE)).toEqual({ summary: 'They stayed.' });
  });

  test.each(['Ada still has the ring of a man named Tom.', 'And Ben sees a text from Leo.'])(
    'that tells what one alone knows or saw is asked for again: %s',
    async (scene_summary) => {
      const { director, model } = directed({
        summarize: [{ json: { scene_summary } }, { json: { scene_summary: 'They stayed.' } }],
      });
      expect(await director.summarize(scope(), STAGE)).toEqual({ summary: 'They stayed.' });
      expect(shown(model.requests[1])).toContain('scene_summary: ');
    },
  );
});

describe('an assessment', () => {
  const quote = 'Will you move in with me?';

  test('holds changes with words that stand in the scene', async () => {
    const json = {
      states: [{ state: 'conflict', to: 'unresolved', quote: '“I am not angry.' }],
      facts: [{ fact: 'living', to: 'together', quote }],
      told: [{ id: 'A-start-1', quote: '[puts the cup down]' }],
    };
    const { director } = directed({ 'assess-scene': { json } });
    const [state] = json.states;
    expect(await director.assessScene(scope(), STAGE)).toEqual({ ...json, states: [{ ...state, quote: 'I am not angry.' }] });
  });

  test('may quote the opening as both see it', async () => {
    const told = [{ id: 'A-start-1', quote: 'A letter lies there.' }];
    const { director } = directed({ 'assess-scene': { json: { ...nothing, told } } });
    expect((await director.assessScene(scope(), STAGE)).told).toEqual(told);
  });

  test('lets a repair of an earlier scene lapse, unless this one touches it', async () => {
    const stage = { ...STAGE, relation: { ...STAGE.relation, repair: 'attempted' } } as const;
    const touched = [{ state: 'repair', to: 'failed', quote }];
    const assessed = async (states: readonly object[]) => {
      const { director } = directed({ 'assess-scene': { json: { ...nothing, states } } });
      return (await director.assessScene(scope(), stage)).states;
    };
    expect(await assessed([])).toEqual([{ state: 'repair', to: 'none', quote: '' }]);
    expect(await assessed(touched)).toEqual(touched);
  });

  test.each([
    ['partners', 'dating', true],
    ['partners', 'strangers', false],
    ['partners', 'separated', false],
    ['friends', 'together', false],
  ] as const)('of %s who are %s can find that they separate: %s', async (bond, stage, can) => {
    const facts = [{ fact: 'stage', to: 'separated', quote }];
    const { director } = directed({ 'assess-scene': [{ json: { ...nothing, facts } }, { json: nothing }] });
    const { facts: found } = await director.assessScene(scope(), { ...STAGE, couple: { ...STAGE.couple, bond, stage } });
    expect(found).toEqual(can ? facts : []);
  });

  test('asks neither for facts nor for secrets where there are none', async () => {
    const bare = {
      ...STAGE,
      secrets: [],
      opening: { ...STAGE.opening, mayBring: [] },
      couple: { ...STAGE.couple, bond: 'friends' },
    } as const;
    const { director, model } = directed({ 'assess-scene': { json: { states: [] } } });
    expect(await director.assessScene(scope(), bare)).toEqual(nothing);
    expect(shown(model.requests[0])).not.toMatch(/- facts|- told|"facts"|"told"/);
  });

  test('may be empty', async () => {
    const { director } = directed({ 'assess-scene': { json: nothing } });
    expect(await director.assessScene(scope(), STAGE)).toEqual(nothing);
  });

  test.each([
    [
      'a state that there is not',
      { states: [{ state: 'mood', to: 'good', quote }] },
      'there is no state "mood", only conflict, repair',
    ],
    ['a value that the state has not', { states: [{ state: 'repair', to: 'done', quote }] }, 'repair is one of none, attempted'],
    [
      'a fact that could not come about',
      { facts: [{ fact: 'stage', to: 'married', quote }] },
      'there are living to together; stage to separated',
    ],
    ['a secret that there is not', { told: [{ id: 'A-start-9', quote }] }, 'there is no secret "A-start-9"'],
    [
      'words that nobody said',
      { states: [{ state: 'repair', to: 'failed', quote: 'I hate you.' }] },
      '"I hate you." does not stand',
    ],
    [
      'words of what one alone knows',
      { told: [{ id: 'A-scene-2', quote: 'Ada has looked at a room' }] },
      'does not stand in the scene',
    ],
    ['a quote of two words', { states: [{ state: 'repair', to: 'failed', quote: 'not angry' }] }, 'copy three words or more'],
  ])('with %s is asked for again', async (_, wrong, complaint) => {
    const { director, model } = directed({ 'assess-scene': [{ json: { ...nothing, ...wrong } }, { json: nothing }] });
    expect(await director.assessScene(scope(), STAGE)).toEqual(nothing);
    expect(shown(model.requests[1])).toContain(complaint);
  });
});

describe('the judge', () => {
  const question = { ...STAGE, partner: 'B', thoughts: [{ kind: 'reason', beat: 1, text: 'I want to go.' }] } as const;

  test('is another model if there is one, and sees all that is known of both, and one partner’s thoughts', async () => {
    const judgeModel = createScriptedModel({ 'commitment-score': { json: { reasoning: 'Stays.', score: 6.5 } } });
    const director = new SceneMaster({ agents, model: createScriptedModel({}), judgeModel, material });
    expect(await director.commitmentScore(scope(), question)).toEqual({ reasoning: 'Stays.', score: 6.5 });
    const text = shown(judgeModel.requests[0]);
    for (const part of [
      ...['Ada is calm.', 'Ben is not.', 'They met.', '14 months', 'They live apart.', 'Sundays are free.'],
      ...['Ada still has the ring', 'Only Ada knows: Ada has looked', 'Ben has lost his wallet', '"I am not angry.'],
      ...['(Ben alone perceives: Ben sees a text from Leo.)', '"I want to go."', 'PARTNER B, Ben', '"no evidence"'],
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('quarrel is brewing');
  });

  test.each([
    ['a score as text', '7/10'],
    ['a score in words', 'seven'],
    ['a score out of range', 11],
    ['no score', undefined],
  ])('is asked again for %s, which is never guessed', async (_, score) => {
    const { director } = directed({ 'commitment-score': { json: { reasoning: 'Stays.', score } } });
    await expect(director.commitmentScore(scope(), question)).rejects.toBeInstanceOf(UnparsableReplyError);
  });

  test('that refuses is an error with its kind, not a number', async () => {
    const { director } = directed({ 'commitment-score': { text: 'no', finishReason: 'refusal' } });
    await expect(director.commitmentScore(scope(), question)).rejects.toBeInstanceOf(RefusalError);
  });
});

describe('the identity', () => {
  const identityOf = (options: Partial<ConstructorParameters<typeof SceneMaster>[0]> = {}) =>
    JSON.stringify(new SceneMaster({ agents, model: createScriptedModel({}), material, ...options }).identity);

  test('follows words, material and people, and nothing else', () => {
    expect(identityOf()).toBe(identityOf({ material: structuredClone(material) }));
    expect(identityOf({ words: { 'title.happens': 'WAS GESCHIEHT' } })).not.toBe(identityOf());
    expect(identityOf({ material: { ...material, arcs: [] } })).not.toBe(identityOf());
    expect(identityOf({ agents: [{ ...ADA, age: 30 }, BEN] })).not.toBe(identityOf());
  });
});

test('two partners of one name are refused before any call', () => {
  const make = () => new SceneMaster({ agents: [ADA, ADA], model: createScriptedModel({}), material });
  expect(make).toThrow('Both partners are called Ada');
  expect([SameNameError, SceneMasterError].map((each) => each.isInstance(new SameNameError('Ada')))).toEqual([true, true]);
});
