import { expect, test } from 'vitest';
import { seededRandom } from './seeded-random.js';

const draw = (seed: string, count: number, times: number): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: times }, () => random.below(count));
};

test('the same seed gives the same sequence, another seed another', () => {
  expect(draw('1', 1000, 20)).toEqual(draw('1', 1000, 20));
  expect(draw('1', 1000, 20)).not.toEqual(draw('2', 1000, 20));
});

test('the sequence is pinned, as reports must stay the same in later versions', () => {
  expect(draw('study', 1000, 8)).toEqual([199, 411, 106, 182, 177, 265, 526, 772]);
});

test('ten numbers come about equally often', () => {
  const drawn = draw('even', 10, 100_000);
  const chiSquare = Array.from({ length: 10 }, (_, face) => {
    return (drawn.filter((number) => number === face).length - 10_000) ** 2 / 10_000;
  }).reduce((sum, part) => sum + part, 0);
  expect(chiSquare).toBeLessThan(27.9); // 9 degrees of freedom, p = 0.001
});
