import { expect, test } from 'vitest';
import { crossCounts } from './cross-counts';

test('counts every pair once, with zeros where a pair does not occur', () => {
  expect(
    crossCounts([
      ['secure', 'steady'],
      ['anxious', 'ended'],
      ['secure', 'steady'],
      ['secure', 'ended'],
    ]),
  ).toEqual({
    columns: ['ended', 'steady'],
    rows: [
      { name: 'anxious', counts: [1, 0], all: 1 },
      { name: 'secure', counts: [1, 2], all: 3 },
    ],
  });
});
