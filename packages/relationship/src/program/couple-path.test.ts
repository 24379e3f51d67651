import { expect, test } from 'vitest';
import {
  BEAT_SCOPES,
  beatPath,
  type BeatScopeName,
  commitmentKey,
  commitmentPath,
  readCouplePath,
  SCENE_SCOPES,
  sceneOfStep,
  scenePath,
  type SceneScopeName,
  sceneStep,
} from './couple-path.js';

test('paths of runs on record never change', () => {
  expect(scenePath(2, 'opening')).toBe('scene-2/opening');
  expect(scenePath(2, 'reflections', 'B')).toBe('scene-2/reflections/B');
  expect(beatPath(2, 1, 'choose')).toBe('scene-2/beat-1/choose');
  expect(commitmentKey(10, 'A')).toBe('scene-10/commitment-A');
  expect(commitmentPath(10, 'A')).toBe('deferred/scene-10/commitment-A');
});

test.each(Object.keys(SCENE_SCOPES) as SceneScopeName[])('a path of a scene is read as it was built: %s', (scope) => {
  const at = { scene: 12, beat: null, scope };
  expect(readCouplePath(`${scenePath(12, scope)}#1`)).toEqual({ ...at, partner: null, number: 1 });
  expect(readCouplePath(`${scenePath(12, scope, 'B')}#0`)).toEqual({ ...at, partner: 'B', number: 0 });
});

test.each(Object.keys(BEAT_SCOPES) as BeatScopeName[])('a path of a beat is read as it was built: %s', (scope) => {
  expect(readCouplePath(`${beatPath(3, 11, scope)}#2`)).toEqual({ scene: 3, beat: 11, scope, partner: null, number: 2 });
});

test('a judgement is read from its path and from its key', () => {
  const judgement = { scene: 4, beat: null, scope: 'commitment', partner: 'B', number: 0 };
  expect(readCouplePath(`${commitmentPath(4, 'B')}#0`)).toEqual(judgement);
  expect(readCouplePath(commitmentKey(4, 'B'))).toEqual(judgement);
});

test('a batch of memories is read with the partner whose past it is', () => {
  expect(readCouplePath('scene-1/past/A/memories-2#0')).toMatchObject({ scene: 1, scope: 'past', partner: 'A' });
});

test.each(['', 'scene-2', 'scene-x/opening#0', 'S1901M/orders/FRANCE#0', 'scene-2/beat-1#0', 'scene-2/constructor#0'])(
  'no run of a couple has the path %j',
  (path) => {
    expect(readCouplePath(path)).toBeUndefined();
  },
);

test('a step tells its scene', () => {
  expect(sceneOfStep(sceneStep(7))).toBe(7);
  expect(sceneOfStep('S1901M')).toBeUndefined();
});
