import { expect, test } from 'vitest';
import { SettingError } from '../errors/llm-client-error.js';
import { parseLatency } from './latency.js';
import { seededRandom } from './seeded-random.js';

function sortedDraws(text: string): number[] {
  const random = seededRandom(text);
  const latency = parseLatency(text);
  return Array.from({ length: 4_001 }, () => latency(random)).sort((a, b) => a - b);
}

test.each([
  ['0', 0],
  ['50', 50],
  ['50ms', 50],
  ['fixed:1.5s', 1_500],
  [' fixed:50ms ', 50],
])('%s always takes %d ms', (text, ms) => {
  expect(parseLatency(text)(() => 0.3)).toBe(ms);
});

test('a uniform latency lies between its ends', () => {
  const draws = sortedDraws('uniform:50ms,0.2s');
  expect(draws[0]).toBeGreaterThanOrEqual(50);
  expect(draws.at(-1)).toBeLessThanOrEqual(200);
  expect(draws[2_000]).toBeCloseTo(125, -1);
});

test('a lognormal latency has the given median and spread', () => {
  const draws = sortedDraws('lognormal:800ms,0.6');
  const [low, median, high] = [draws[640] ?? 0, draws[2_000] ?? 0, draws[3_360] ?? 0];
  expect(median).toBeGreaterThan(760);
  expect(median).toBeLessThan(840);
  // 16 % and 84 % lie one spread from the median.
  expect(Math.log(high / median)).toBeCloseTo(0.6, 1);
  expect(Math.log(median / low)).toBeCloseTo(0.6, 1);
});

test.each(['', 'fast', 'lognormal:800ms', 'lognormal:800ms,x', 'uniform:200ms,50ms', 'fixed:-5ms', 'gamma:1s,2', '50ms,60ms'])(
  '%j is refused with the forms that are understood',
  (text) => {
    expect(() => parseLatency(text, '--latency')).toThrow(SettingError);
    expect(() => parseLatency(text, '--latency')).toThrow(/--latency .*lognormal:800ms,0\.6/);
  },
);
