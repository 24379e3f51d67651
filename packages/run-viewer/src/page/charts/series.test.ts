import { expect, test } from 'vitest';
import { apart, seriesAsCsv } from './series';

test('the data behind a chart name every value, missing ones empty', () => {
  const series = [
    { name: 'a, "b"', points: [{ x: 1, y: 2, low: 1, high: 3 }] },
    { name: '=1+1', points: [{ x: 2, y: null }] },
  ];
  expect(seriesAsCsv(series, 'scene', 'commitment')).toBe(`series,scene,commitment,low,high\n"a, ""b""",1,2,1,3\n'=1+1,2,,,\n`);
});

test('labels move apart as little as they have to', () => {
  expect(apart([10, 30], 12)).toEqual([10, 30]);
  const [low = 0, high = 0] = apart([20, 20], 12);
  expect(high - low).toBe(12);
  expect((low + high) / 2).toBe(20);
  expect(apart([], 12)).toEqual([]);
});
