import { expect, it } from 'vitest';
import { drawSample } from './draw-sample.mjs';

const items = Array.from({ length: 100 }, (_, index) => `item ${index}`);
const draw = (from: readonly string[], seed: string): readonly string[] =>
  drawSample(from, { size: 10, seed, nameOf: (item) => item });

it('draws the same for the same seed, in whatever order the items come, and others for another seed', () => {
  expect(draw(items.toReversed(), '1')).toEqual(draw(items, '1'));
  expect(draw(items, '2')).not.toEqual(draw(items, '1'));
});

it('draws no item twice, and all where there are few', () => {
  expect(new Set(draw(items, '1')).size).toBe(10);
  expect(draw(items.slice(0, 3), '1')).toHaveLength(3);
});
