import { expect, it } from 'vitest';
import { formatTokens, formatUsageCost, isEstimated } from './estimated-usage.js';
import { countOf, formatCost, formatCount, formatDuration } from './quantity.js';
import { progressBar, sparkline } from './sparkline.js';

it.each([
  [0, '0'],
  [999, '999'],
  [1000, '1.00k'],
  [9_994, '9.99k'],
  [9_995, '10.0k'],
  [99_949, '99.9k'],
  [99_950, '100k'],
  [999_499, '999k'],
  [999_500, '1.00M'],
  [12_345_678, '12.3M'],
])('counts %d as %s', (count, text) => {
  expect(formatCount(count)).toBe(text);
});

it.each([
  [4.4, '4 ms'],
  [999, '999 ms'],
  [1000, '1.0 s'],
  [59_949, '59.9 s'],
  [59_950, '1 min 00 s'],
  [65_000, '1 min 05 s'],
  [3_599_499, '59 min 59 s'],
  [3_599_500, '1 h 00 min'],
  [7_500_000, '2 h 05 min'],
])('shows %d ms as %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});

it.each([
  [null, 'unknown'],
  [0, 'free'],
  [0.0099, '<$0.01'],
  [0.01, '$0.01'],
  [12.345, '$12.35'],
])('shows %s dollars as %s', (usd, text) => {
  expect(formatCost(usd)).toBe(text);
});

it('keeps singular and plural apart', () => {
  expect([0, 1, 2].map((count) => countOf(count, 'run'))).toEqual(['0 runs', '1 run', '2 runs']);
});

it('marks estimated usage, and no cost of nothing', () => {
  const [estimated, exact] = [{ usageEstimated: true }, { usageEstimated: false }];
  expect([isEstimated(estimated), isEstimated(exact), isEstimated({})]).toEqual([true, false, false]);
  expect([formatTokens(1200, estimated), formatTokens('1200', exact)]).toEqual(['~1.20k', '1.20k']);
  expect([formatUsageCost(1.5, estimated), formatUsageCost(0, estimated), formatUsageCost(1.5, exact)]).toEqual([
    ...['~$1.50', 'free', '$1.50'],
  ]);
});

it('draws eight heights of bars, and a dot for a value that is missing', () => {
  const values = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  expect(sparkline([...values, null], { min: 0, max: 8 })).toBe('▁▂▃▄▅▆▇██·');
  expect(sparkline([-5, 99, 15], { min: 10, max: 20 })).toBe('▁█▅');
});

it('fills a bar by its share', () => {
  expect([0, 0.5, 0.62, 1, -1, 2].map((done) => progressBar(done, 4))).toEqual(['░░░░', '██░░', '██░░', '████', '░░░░', '████']);
});
