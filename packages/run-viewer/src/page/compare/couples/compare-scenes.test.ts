import { byEmotion, initialRelationshipState } from '@entente/relationship';
import { expect, test } from 'vitest';
import type { BeatStory, SceneStory } from '../../couple/story/scene-story';
import { compareScenes } from './compare-scenes';

const move = (words: string) => ({ deed: 'sits', words, tone: '', reason: '', option: null, isPhrase: false });
const beat = (number: number, changed: Partial<BeatStory> = {}): BeatStory => ({
  ...{ beat: number, narrative: '', onlySees: { A: '', B: '' }, actor: 'A', question: '', options: [], appraisals: {} },
  move: move('Yes.'),
  ...changed,
});
const scene = (number: number, changed: Partial<SceneStory> = {}): SceneStory => ({
  ...{ scene: number, isInherited: false, brought: [], events: [], contexts: { A: '', B: '' }, recalled: [], closing: null },
  ...{ summary: null, reflections: {}, changes: [], relation: initialRelationshipState.relation, commitment: {}, missing: [] },
  opening: { situation: 's', onlyKnows: { A: '', B: '' }, goals: { A: '', B: '' } } as SceneStory['opening'],
  beats: [beat(1), beat(2)],
  ending: 'played',
  ...changed,
});
const differences = (first: readonly SceneStory[], second: readonly SceneStory[]) =>
  compareScenes(first, second).map(({ scene: number, firstDifference }) => [
    number,
    firstDifference && [firstDifference.key, firstDifference.differsBy],
  ]);

test('scenes that tell the same do not differ, whether they are inherited or not', () => {
  expect(differences([scene(1)], [scene(1, { isInherited: true })])).toEqual([[1, null]]);
});

test('the first difference is named in the order in which a scene is told', () => {
  const other = scene(2, { beats: [beat(1), beat(2, { move: move('No.') })], summary: 'another' });
  expect(differences([scene(1), scene(2)], [scene(1), other])).toEqual([
    [1, null],
    [2, ['beat-2', 'the move']],
  ]);
});

test('a feeling at the move comes after the move, one before it comes first', () => {
  const felt = { emotions: byEmotion(() => 0.5), thought: 't' };
  const before = scene(1, { beats: [beat(1, { appraisals: { A: felt } }), beat(2)] });
  const at = scene(1, { beats: [beat(1, { appraisals: { B: felt } }), beat(2)] });
  expect(differences([scene(1)], [before])).toEqual([[1, ['beat-1', 'a feeling before the move']]]);
  expect(differences([scene(1)], [at])).toEqual([[1, ['beat-1', 'a feeling at the move']]]);
});

test('a moment or a scene that one run does not have differs as a whole', () => {
  expect(differences([scene(1)], [scene(1, { beats: [beat(1)] }), scene(2)])).toEqual([
    [1, ['beat-2', 'the narration']],
    [2, ['opening', 'the scene as a whole']],
  ]);
});

test('a late score is a difference at the end', () => {
  const scored = scene(1, { commitment: { A: { score: 5, reasoning: 'r' } } });
  expect(differences([scene(1)], [scored])).toEqual([[1, ['end', 'a score']]]);
});
