import { expect, test } from 'vitest';
import { missing, SCENE } from '../../test/scene-of-facts.js';
import { commitmentLogOf } from '../outcome/commitment-log.js';
import { applyRelationshipFact } from './apply-relationship-fact.js';
import type { RelationshipFact } from './relationship-facts.js';
import { DEFAULT_RELATIONSHIP_SETTINGS } from './relationship-settings.js';
import { initialRelationshipState, type RelationshipState } from './relationship-state.js';
import { commitmentQuestionOf, nextSceneNumber, sceneUnderWay, stageOf, storySoFar } from './stage-of.js';

const fold = (facts: readonly RelationshipFact[], from: RelationshipState = initialRelationshipState) =>
  facts.reduce(applyRelationshipFact, from);
const ended: RelationshipFact = { type: 'scene-ended', scene: 1, ending: 'played' };

test('a scene under way holds all that was recorded of it', () => {
  const state = fold(SCENE);
  expect(sceneUnderWay(state)).toMatchObject({
    contexts: { A: 'You have savings.', B: 'You have debts.' },
    recalled: { A: ['past-1'], B: [] },
    beats: [
      {
        appraisals: { A: { thought: 'I like rain.' }, B: { thought: 'I hate rain.' } },
        choice: { words: 'Warm, isn’t it?', reason: 'To win time.' },
      },
      { appraisals: {}, choice: 'missing' },
    ],
    closing: { narrative: 'The tap drips.' },
    ending: 'under-way',
  });
  expect(nextSceneNumber(state)).toBe(1);
  expect(nextSceneNumber(fold([ended], state))).toBe(2);
});

test('the stage shows narration and moves, but no thought and no reason', () => {
  const stage = stageOf(fold(SCENE));
  expect(stage.transcript).toEqual([
    { kind: 'narrated', text: 'It rains.', onlySees: { A: '', B: 'A stamp is torn.' } },
    { kind: 'deed', partner: 'A', choice: { deed: 'opens the window', words: 'Warm, isn’t it?', tone: 'lightly' } },
    { kind: 'narrated', text: 'It stops.', onlySees: { A: '', B: '' } },
    { kind: 'deed', partner: 'B', choice: null },
    { kind: 'narrated', text: 'The tap drips.', onlySees: { A: 'He is crying.', B: '' } },
  ]);
  expect(stage.events).toHaveLength(2);
  expect(() => stageOf(initialRelationshipState)).toThrow('no scene under way');
});

test('the judge of a partner learns only that partner’s feelings, thoughts and reasons', () => {
  const state = fold(SCENE);
  expect(commitmentQuestionOf(state, 'A').thoughts).toMatchObject([
    { kind: 'felt', beat: 1, thought: 'I like rain.' },
    { kind: 'reason', beat: 1, text: 'To win time.' },
  ]);
  expect(JSON.stringify(commitmentQuestionOf(state, 'B'))).not.toMatch(/like rain|win time|The sea/);
});

test('a summary joins the story of later scenes, reflections become what was resolved', () => {
  const state = fold([
    ...SCENE,
    { type: 'scene-summarized', scene: 1, summary: 'They stayed.' },
    {
      type: 'reflection-made',
      scene: 1,
      partner: 'B',
      reflection: 'I must tell her.',
      story: 'It rained.',
      ofOther: 'She waits.',
    },
    { type: 'relation-assessed', scene: 1, deltas: [{ state: 'conflict', to: 'brewing', quote: 'Warm' }] },
    { type: 'couple-changed', scene: 1, fact: 'living', to: 'apart', quote: 'It stops.' },
    { type: 'commitment-scored', scene: 1, partner: 'B', score: 4, reasoning: 'r' },
    ended,
    { type: 'event-injected', scene: 2, event: 'Snow.', knownTo: ['A', 'B'] },
  ]);
  expect(storySoFar(state)).toMatchObject({
    scene: 2,
    story: [{ scene: 1, turningPoint: 'rise of the rent', summary: 'They stayed.' }],
    resolutions: [{ scene: 1, partner: 'B', text: 'I must tell her.' }],
    relation: { conflict: 'brewing' },
    couple: { living: 'apart' },
    commitment: { A: null, B: 4 },
    events: [{ event: 'Snow.' }],
    used: ['modern-budget'],
  });
  expect(state.scenes[0]?.deltas).toHaveLength(1);
});

test('a change of settings holds for all that comes after it', () => {
  const settings = { ...DEFAULT_RELATIONSHIP_SETTINGS, order: 'by-state', arc: 'loss', historyTokens: 7 } as const;
  const state = fold([...SCENE, ended, { type: 'settings-changed', scene: 2, settings }]);
  expect(state.settings).toEqual(settings);
  expect(storySoFar(state)).toMatchObject({ order: 'by-state', arc: 'loss' });
});

test('a scene becomes a partner’s own story; without one, the summary, and without that the turning point', () => {
  const story = (partner: 'A' | 'B', text: string): RelationshipFact => ({
    type: 'reflection-made',
    ...{ scene: 1, partner, reflection: 'r', story: text, ofOther: text },
  });
  const summary: RelationshipFact = { type: 'scene-summarized', scene: 1, summary: 'They stayed.' };
  const minds = fold([...SCENE, summary, story('A', 'I lied.'), story('B', ''), ended]).minds;
  expect(minds.A).toMatchObject({ story: [{ scene: 1, text: 'I lied.' }], seen: ['I lied.'], present: [] });
  expect(minds.B).toMatchObject({ story: [{ scene: 1, text: 'They stayed.' }], seen: [] });
  expect(fold([...SCENE, ended]).minds.A.story[0]?.text).toBe('rise of the rent');
});

test('a missing judgement is a gap with its reason in the log, never a 0', () => {
  const state = fold([
    ...SCENE,
    ended,
    { type: 'commitment-scored', scene: 1, partner: 'A', score: 6.5, reasoning: 'stays' },
    { type: 'judge-missing', scene: 1, partner: 'B', ...missing },
  ]);
  expect(commitmentLogOf(state)).toEqual([
    { scene: 1, scores: { A: { score: 6.5, reasoning: 'stays' }, B: { score: null, missing } } },
  ]);
  expect(state.missing.map(({ type }) => type)).toEqual(['choice-missing', 'judge-missing']);
  expect(commitmentLogOf(fold(SCENE))[0]?.scores.A).toMatchObject({ score: null, missing: { reason: 'not-scored' } });
});

test('an unknown kind of fact changes nothing', () => {
  const state = fold(SCENE);
  expect(applyRelationshipFact(state, { type: 'work-deferred' } as never)).toEqual(state);
});

test('applying a fact never touches the state it is applied to', () => {
  const before = fold(SCENE.slice(0, 8));
  const frozen = JSON.stringify(before);
  fold([...SCENE.slice(8), ended], before);
  expect(JSON.stringify(before)).toBe(frozen);
});
