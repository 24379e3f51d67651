import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareSamples } from './compare-samples.js';
import { pairBySeed } from './pair-by-seed.js';

const a = [12, 15, 9, 20, 31, 14, 11, 10];
const b = [8, 7, 13, 6, 9, 10, 5];

/** Darwin's maize, eighths of an inch, crossed less self-fertilized; Fisher (1935), The Design of Experiments, chapter 3. */
const maize = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];

test('two independent samples are compared as SciPy does', () => {
  // SciPy 1.17: scipy.stats.bootstrap of both samples (BCa, 200 000 resamples), permutation_test over all 6435 labellings.
  const comparison = compareSamples(a, b, { seed: 's', resamples: 40_000 });
  expect(comparison).toMatchObject({ design: 'independent', pairs: null, reason: null, a: { n: 8 }, b: { n: 7 } });
  expect(comparison.difference).toBeCloseTo(6.964286, 6);
  expect(comparison.effect).toEqual({ kind: 'd', size: expect.closeTo(1.238697, 6) });
  expect(comparison.test).toEqual({ pValue: expect.closeTo(0.0152292, 7), method: 'exact', arrangements: 6435 });
  expect(comparison.interval?.method).toBe('bca');
  expect(Math.abs((comparison.interval?.low ?? NaN) - 3.107)).toBeLessThan(0.25);
  expect(Math.abs((comparison.interval?.high ?? NaN) - 13.893)).toBeLessThan(0.25);
});

test("Darwin's pairs have the p-value that Fisher counted", () => {
  const crossed = maize.map((difference) => difference + 100);
  const selfed = maize.map(() => 100);
  const comparison = compareSamples(crossed, selfed, { paired: true, seed: 's', resamples: 2 ** 15 });
  expect(comparison).toMatchObject({
    design: 'paired',
    pairs: 15,
    test: { method: 'exact', arrangements: 32_768, pValue: 1726 / 32_768 },
  });
  expect(comparison.difference).toBeCloseTo(20.93333, 5);
  expect(comparison.effect).toEqual({ kind: 'd_z', size: expect.closeTo(0.554608, 6) });
});

test('of too many arrangements some are drawn, with a close result', () => {
  const drawn = compareSamples(a, b, { seed: 's', resamples: 6000 }).test;
  expect(drawn).toMatchObject({ method: 'sampled', arrangements: 6000 });
  expect(Math.abs((drawn?.pValue ?? NaN) - 0.01523)).toBeLessThan(0.005);
  const paired = compareSamples(
    maize,
    maize.map(() => 0),
    { paired: true, seed: 's', resamples: 20_000 },
  ).test;
  expect(paired).toMatchObject({ method: 'sampled', arrangements: 20_000 });
  expect(Math.abs((paired?.pValue ?? NaN) - 0.05267)).toBeLessThan(0.006);
});

test('labels are drawn from all values, however small the first sample is', () => {
  const rest = Array.from({ length: 37 }, (_, index) => index);
  const [all, drawn] = [9880, 9879].map((resamples) => compareSamples([25, 30, 35], rest, { seed: 's', resamples }).test);
  expect([all?.method, drawn?.method]).toEqual(['exact', 'sampled']);
  expect(Math.abs((drawn?.pValue ?? NaN) - (all?.pValue ?? NaN))).toBeLessThan(0.015);
});

test('a drawn p-value is never 0', () => {
  const high = Array.from({ length: 40 }, (_, index) => 1000 + index);
  const low = Array.from({ length: 40 }, (_, index) => index);
  expect(compareSamples(high, low, { seed: 's', resamples: 99 }).test?.pValue).toBe(1 / 100);
  expect(compareSamples(high, low, { paired: true, seed: 's', resamples: 99 }).test?.pValue).toBe(1 / 100);
});

test('a pair counts only if both have a value', () => {
  const comparison = compareSamples([5, null, 7, 9], [4, 2, null, 5], { paired: true, seed: 's' });
  expect(comparison).toMatchObject({ pairs: 2, difference: 2.5, a: { n: 3, missing: 1 }, b: { n: 3, missing: 1 } });
});

test('samples that are too small have a reason in place of an answer', () => {
  const small = compareSamples([5], [3, 4], { seed: 's' });
  expect(small).toMatchObject({ difference: 1.5, interval: null, reason: 'one-value', test: { pValue: 2 / 3 } });
  const empty = compareSamples([null], [3, 4], { seed: 's' });
  expect(empty).toMatchObject({ difference: null, interval: null, reason: 'no-values', test: null, effect: { size: null } });
  const none = compareSamples([], [], { paired: true, seed: 's' });
  expect(none).toMatchObject({ pairs: 0, difference: null, reason: 'no-values', test: null, effect: { size: null } });
});

test('a difference that varies only by rounding has no standardized effect', () => {
  expect(compareSamples([2, 2], [1, 1], { seed: 's' }).effect.size).toBeNull();
  expect(compareSamples([0.3, 0.2, 0.7], [0.1, 0, 0.5], { paired: true, seed: 's' }).effect.size).toBeNull();
});

test('sums that differ by rounding alone count as equally extreme', () => {
  const tenths = (values: readonly number[]): number[] => values.map((value) => value / 10);
  for (const [one, other] of [
    [
      [1, 2, 6],
      [3, 5, 7],
    ],
    [
      [1, 1, 2, 3],
      [3, 6, 7, 7],
    ],
    [
      [1, 2, 3],
      [7, 8, 9],
    ],
  ] as const) {
    const whole = compareSamples(one, other, { seed: 's' }).test;
    expect(compareSamples(tenths(one), tenths(other), { seed: 's' }).test).toEqual(whole);
  }
  expect(compareSamples([0, 0], [0, 0], { seed: 's' }).test?.pValue).toBe(1);
});

test('paired samples of different lengths are refused', () => {
  expect(() => compareSamples([1, 2], [1], { paired: true, seed: 's' })).toThrow('Paired samples have 2 and 1 values');
});

const values = fc.array(fc.option(fc.integer({ min: -50, max: 50 })), { maxLength: 12 });

test('the order of the runs does not matter, p is above 0 and at most 1, and JSON keeps everything', () => {
  fc.assert(
    fc.property(values, values, fc.string(), (one, other, seed) => {
      const options = { seed, resamples: 60 };
      const comparison = compareSamples(one, other, options);
      expect(compareSamples([...one].reverse(), [...other].reverse(), options)).toEqual(comparison);
      expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison);
      if (comparison.test !== null) expectShareAboveZero(comparison.test.pValue);
    }),
    { numRuns: 300 },
  );
});

test('the order of the pairs does not matter either', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer(), fc.integer()), { maxLength: 12 }), fc.string(), (pairs, seed) => {
      const compare = (rows: typeof pairs): ReturnType<typeof compareSamples> => {
        const sides = [rows.map(([one]) => one), rows.map(([, other]) => other)] as const;
        return compareSamples(...sides, { paired: true, seed, resamples: 60 });
      };
      const { difference, interval, effect, test: permutation } = compare(pairs);
      expect(compare([...pairs].reverse())).toMatchObject({ difference, interval, effect, test: permutation });
      if (permutation !== null) expectShareAboveZero(permutation.pValue);
    }),
    { numRuns: 300 },
  );
});

function expectShareAboveZero(share: number): void {
  expect(share).toBeGreaterThan(0);
  expect(share).toBeLessThanOrEqual(1);
}

test('runs of the same seed are paired, and those without a partner are counted', () => {
  const paired = pairBySeed(
    [
      { seed: 3, value: 30 },
      { seed: 1, value: 10 },
      { seed: 2, value: null },
      { seed: 9, value: 90 },
    ],
    [
      { seed: '1', value: 11 },
      { seed: 2, value: 22 },
      { seed: 3, value: 33 },
      { seed: 7, value: 77 },
      { seed: 8, value: 88 },
    ],
  );
  expect(paired).toEqual({ seeds: ['3', '1', '2'], a: [30, 10, null], b: [33, 11, 22], unpaired: { a: 1, b: 2 } });
});

test('a seed that comes twice is refused, for nobody knows who its partner is', () => {
  const twice = [
    { seed: 4, value: 1 },
    { seed: '4', value: 2 },
  ];
  expect(() => pairBySeed([], twice)).toThrow('Seed 4 comes twice in the second sample');
});
