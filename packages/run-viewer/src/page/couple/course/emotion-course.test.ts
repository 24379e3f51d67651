import { byEmotion } from '@entente/relationship';
import { expect, test } from 'vitest';
import type { BeatStory, SceneStory } from '../story/scene-story';
import { emotionCourse, emotionPath, feltAfter, thinned } from './emotion-course';

const felt = (strength: number) => ({ emotions: byEmotion(() => strength), thought: 't' });
const beat = (actor: 'A' | 'B', appraisals: BeatStory['appraisals']): BeatStory => ({
  ...{ beat: 1, narrative: '', onlySees: { A: '', B: '' }, actor, question: '', options: [], move: null, appraisals },
});
const scene = (number: number, ...beats: readonly BeatStory[]) => ({ scene: number, beats }) as unknown as SceneStory;

test('the mover feels before the move and the other one after it', () => {
  const scenes = [scene(1, beat('A', { A: felt(0.1), B: felt(0.2) }), beat('B', { A: felt(0.4) })), scene(2)];
  expect(emotionCourse(scenes, 'A').map(({ at, emotions }) => [at, emotions.joy])).toEqual([
    [1.125, 0.1],
    [1.875, 0.4],
  ]);
  expect(emotionCourse(scenes, 'B').map(({ at }) => at)).toEqual([1.375]);
  expect(feltAfter(emotionCourse(scenes, 'A'), 1)?.joy).toBe(0.4);
  expect(feltAfter(emotionCourse(scenes, 'A'), 2)).toBeUndefined();
});

test('a path runs from the first scene to the end of the last, strong feelings at the top', () => {
  const course = [
    { scene: 1, at: 1, emotions: byEmotion(() => 1) },
    { scene: 2, at: 3, emotions: byEmotion(() => 0) },
  ];
  expect(emotionPath(course, 'joy', { first: 1, last: 2, width: 100, height: 40 })).toBe('M0.0 0.0L100.0 40.0');
});

test('a course of many scenes has one moment for each, the mean of its moments', () => {
  const many = Array.from({ length: 30 }, (_, at) => scene(at + 1, beat('A', { A: felt(0) }), beat('A', { A: felt(1) })));
  const course = emotionCourse(many, 'A');
  expect(
    thinned(course)
      .map(({ at, emotions }) => [at, emotions.fear])
      .slice(0, 2),
  ).toEqual([
    [1.5, 0.5],
    [2.5, 0.5],
  ]);
  expect(thinned(course.slice(0, 10))).toHaveLength(10);
});
