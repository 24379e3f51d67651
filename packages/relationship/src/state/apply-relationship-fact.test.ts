import { expect, test } from 'vitest';
import { applyRelationshipFact } from './apply-relationship-fact.js';
import { commitmentLogOf } from '../outcome/commitment-log.js';
import { byEmotion } from '../memory/emotions.js';
import type { RelationshipFact } from './relationship-facts.js';
import { relationshipFactSchema } from './relationship-fact-schema.js';
import { DEFAULT_RELATIONSHIP_SETTINGS } from './relationship-settings.js';
import { initialRelationshipState, type RelationshipState } from './relationship-state.js';
import { commitmentQuestionOf, stageOf } from './stage-of.js';
import { roughTokensOf } from '../memory/working-memory.js';

const calm = byEmotion((emotion) => (emotion === 'joy' ? 0.6 : 0.1));
const opening = {
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
const missing = { reason: 'refusal', detail: 'I cannot.' } as const;

const introduced: RelationshipFact = {
  type: 'couple-introduced',
  partners: { A: { name: 'Ada', persona: 'Ada is calm.' }, B: { name: 'Ben', persona: 'Ben is not.', goal: 'peace' } },
  settings: DEFAULT_RELATIONSHIP_SETTINGS,
};
const scene: readonly RelationshipFact[] = [
  {
    type: 'memories-kept',
    scene: 0,
    partner: 'A',
    memories: [{ id: 'past-1', text: 'The sea.', emotions: calm, origin: { kind: 'past' } }],
  },
  { type: 'scene-opened', scene: 1, opening },
  { type: 'context-generated', scene: 1, contexts: { A: 'you have savings.', B: 'you have debts.' } },
  { type: 'memories-recalled', scene: 1, partner: 'A', memories: [{ id: 'past-1', score: 0.4 }] },
  { type: 'beat-narrated', scene: 1, beat: 1, narrative: 'It rains.', actor: 'A', question: 'What now?', options: [] },
  { type: 'beat-appraised', scene: 1, beat: 1, partner: 'A', emotions: calm, thought: 'I like rain.' },
  { type: 'beat-appraised', scene: 1, beat: 1, partner: 'B', emotions: byEmotion(() => 0), thought: 'I hate rain.' },
  { type: 'choice-made', scene: 1, beat: 1, partner: 'A', action: 'open the window', option: null },
  {
    type: 'beat-narrated',
    scene: 1,
    beat: 2,
    narrative: 'It stops.',
    actor: 'B',
    question: 'And now?',
    options: [{ id: 'a', action: 'stay' }],
  },
  { type: 'choice-missing', scene: 1, beat: 2, partner: 'B', ...missing },
];

const fold = (facts: readonly RelationshipFact[], from: RelationshipState = initialRelationshipState) =>
  facts.reduce(applyRelationshipFact, from);

test('each partner’s history has what both can see and its own thoughts, never those of the other', () => {
  const { A, B } = fold([introduced, ...scene]).minds;
  expect(A.history).toEqual([
    'Scene 1 with Ben: Room for two',
    'The kitchen. A letter lies there. One would move, one would stay.',
    'You want: to stay',
    'Only you know: you have savings.',
    'You remember: The sea.',
    'It rains.',
    'You felt clear joy. You thought: I like rain.',
    'You: open the window',
    'It stops.',
    'Ben: let the moment pass',
  ]);
  expect(B.history.join('\n')).not.toMatch(/savings|like rain|to stay|The sea/);
  expect(B.history).toContain('Ada: open the window');
  expect(B.history).toContain('You: let the moment pass');
});

test('the stage shows narration and actions but no thoughts', () => {
  const stage = stageOf(fold([introduced, ...scene]));
  expect(stage.transcript).toEqual(['It rains.', 'Ada: open the window', 'It stops.', 'Ben: let the moment pass']);
  expect(() => stageOf(initialRelationshipState)).toThrow('no scene under way');
});

test('the judge of a partner sees only that partner’s thoughts', () => {
  const state = fold([introduced, ...scene]);
  expect(commitmentQuestionOf(state, 'A').thoughts).toMatchObject([{ kind: 'felt', beat: 1, thought: 'I like rain.' }]);
  expect(commitmentQuestionOf(state, 'B').thoughts).toMatchObject([{ kind: 'felt', beat: 1, thought: 'I hate rain.' }]);
});

test('a summary joins the story of later scenes under the name of its turning point', () => {
  const state = fold([introduced, ...scene, { type: 'scene-summarized', scene: 1, summary: 'They stayed.' }]);
  expect(state.story).toEqual(['Scene 1 (rise of the rent): They stayed.']);
  expect(state.scenes[0]?.summary).toBe('They stayed.');
});

test('a missing judgement is a gap with its reason in the log, never a 0', () => {
  const state = fold([
    introduced,
    ...scene,
    { type: 'scene-ended', scene: 1, ending: 'played' },
    { type: 'commitment-scored', scene: 1, partner: 'A', score: 6.5, reasoning: 'stays' },
    { type: 'judge-missing', scene: 1, partner: 'B', ...missing },
  ]);
  expect(commitmentLogOf(state)).toEqual([
    { scene: 1, scores: { A: { score: 6.5, reasoning: 'stays' }, B: { score: null, missing } } },
  ]);
  expect(state.missing.map(({ type }) => type)).toEqual(['choice-missing', 'judge-missing']);
});

test('a scene without judgements is marked as not scored', () => {
  expect(commitmentLogOf(fold([introduced, ...scene]))[0]?.scores.A).toMatchObject({
    score: null,
    missing: { reason: 'not-scored' },
  });
});

test('a new scene begins with at most half the history budget in use', () => {
  const narrated = Array.from({ length: 30 }, (_, index): RelationshipFact => ({
    type: 'beat-narrated',
    scene: 1,
    beat: index + 3,
    narrative: 'It goes on and on. '.repeat(20),
    actor: 'A',
    question: 'And?',
    options: [],
  }));
  const before = fold([introduced, ...scene, ...narrated]);
  const after = fold([{ type: 'scene-ended', scene: 1, ending: 'played' }], before);
  expect(roughTokensOf(before.minds.A.history)).toBeLessThanOrEqual(3000);
  expect(roughTokensOf(after.minds.A.history)).toBeLessThanOrEqual(1500);
});

test('an unknown kind of fact changes nothing', () => {
  const state = fold([introduced, ...scene]);
  expect(applyRelationshipFact(state, { type: 'work-deferred' } as never)).toEqual(state);
});

test('applying a fact never touches the state it is applied to', () => {
  const before = fold([introduced, ...scene.slice(0, 5)]);
  const frozen = JSON.stringify(before);
  fold(scene.slice(5), before);
  expect(JSON.stringify(before)).toBe(frozen);
});

test('facts pass the schema that reads them, and malformed ones do not', () => {
  for (const fact of [introduced, ...scene]) expect(relationshipFactSchema.parse(JSON.parse(JSON.stringify(fact)))).toEqual(fact);
  expect(
    relationshipFactSchema.safeParse({ type: 'commitment-scored', scene: 1, partner: 'A', score: '7', reasoning: 'x' }).success,
  ).toBe(false);
  expect(
    relationshipFactSchema.safeParse({ type: 'commitment-scored', scene: 1, partner: 'A', score: 11, reasoning: 'x' }).success,
  ).toBe(false);
  expect(
    relationshipFactSchema.safeParse({ type: 'choice-made', scene: 1, beat: 1, partner: 'C', action: 'x', option: null }).success,
  ).toBe(false);
});
