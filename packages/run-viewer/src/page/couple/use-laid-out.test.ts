import { expect, test } from 'vitest';
import { nearestMissing } from './use-laid-out';

test('scenes are laid out nearest first, later ones before earlier ones, until all are', () => {
  const done = new Set<number>();
  const order: number[] = [];
  for (;;) {
    const next = nearestMissing((index) => done.has(index), 5, 3);
    if (next === undefined) break;
    order.push(next);
    done.add(next);
  }
  expect(order).toEqual([3, 4, 2, 1, 0]);
});
