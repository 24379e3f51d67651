import fc from 'fast-check';
import { expect, test } from 'vitest';
import { StudyError } from '../study-error.js';
import { mean, median } from '../sample-statistics.js';
import { seededRandom } from '../seeded-random.js';
import { bootstrapInterval } from './bootstrap-interval.js';

/** Efron and Tibshirani (1993), table 14.1: spatial perception of 26 children. */
const spatialTest = [48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41];

function variance(values: readonly number[]): number {
  const center = mean(values);
  return mean(values.map((value) => (value - center) ** 2));
}

test('the variance of the spatial test has the intervals that SciPy and the textbook give', () => {
  // SciPy 1.17 with six times 200 000 resamples: BCa 115.8 to 261.3, percentile 98.0 to 235.5. The book, with 2000: 115.8 to 259.6.
  const options = { statistic: variance, level: 0.9, seed: 'spatial', resamples: 100_000 };
  const { estimate, interval } = bootstrapInterval(spatialTest, options);
  expect(estimate).toBeCloseTo(171.534, 3);
  expect(interval).toMatchObject({ method: 'bca', fallback: null, level: 0.9, resamples: 100_000 });
  expect(Math.abs((interval?.low ?? NaN) - 115.8)).toBeLessThan(1.2);
  expect(Math.abs((interval?.high ?? NaN) - 261.3)).toBeLessThan(1.2);
  const plain = bootstrapInterval(spatialTest, { ...options, method: 'percentile' }).interval;
  expect(plain).toMatchObject({ method: 'percentile', fallback: null });
  expect(Math.abs((plain?.low ?? NaN) - 98.0)).toBeLessThan(1.2);
  expect(Math.abs((plain?.high ?? NaN) - 235.5)).toBeLessThan(1.2);
});

test('a small set has the interval of all its resamples', () => {
  // Every one of the 5^5 resamples once, and BCa for a mean written out: the acceleration is the skewness over 6 √n.
  const values = [1, 2, 4, 9, 23];
  const all = values.flatMap((v) =>
    values.flatMap((w) => values.flatMap((x) => values.flatMap((y) => values.map((z) => (v + w + x + y + z) / 5)))),
  );
  all.sort((one, other) => one - other);
  const center = mean(values);
  const below =
    (all.filter((value) => value < center - 1e-9).length + all.filter((value) => value < center + 1e-9).length) /
    (2 * all.length);
  const skewness = mean(values.map((value) => (value - center) ** 3)) / variance(values) ** 1.5;
  const rate = skewness / (6 * Math.sqrt(values.length));
  const bias = zBelow(below);
  const [low, high] = [-1, 1].map((side) => {
    const shifted = bias + side * 1.959963984540054;
    return all[Math.round(shareBelow(bias + shifted / (1 - rate * shifted)) * all.length)] ?? NaN;
  });
  const { interval } = bootstrapInterval(values, { seed: 'small', resamples: 100_000 });
  expect(interval?.method).toBe('bca');
  expect(Math.abs((interval?.low ?? NaN) - (low ?? NaN))).toBeLessThanOrEqual(0.2); // neighbours are a fifth apart
  expect(Math.abs((interval?.high ?? NaN) - (high ?? NaN))).toBeLessThanOrEqual(0.2);
});

/** The normal distribution by adding up its density, for comparison only. */
function shareBelow(z: number): number {
  const steps = 20_000;
  const width = (z + 10) / steps;
  let sum = 0;
  for (let step = 0; step < steps; step++) sum += Math.exp(-((-10 + (step + 0.5) * width) ** 2) / 2);
  return (sum * width) / Math.sqrt(2 * Math.PI);
}

function zBelow(share: number): number {
  let z = 0;
  for (let round = 0; round < 20; round++) z -= ((shareBelow(z) - share) * Math.sqrt(2 * Math.PI)) / Math.exp(-(z * z) / 2);
  return z;
}

test.each(['bca', 'percentile'] as const)(
  '%s intervals with a level of 0.95 cover the mean of a normal distribution about that often',
  (method) => {
    let covered = 0;
    for (let study = 0; study < 200; study++) {
      const values = normalSample(`study ${study}`, 25, { center: 10, spread: 3 });
      const { interval } = bootstrapInterval(values, { seed: String(study), resamples: 1000, method });
      if (interval !== null && interval.low <= 10 && 10 <= interval.high) covered += 1;
    }
    expect(covered / 200).toBeGreaterThanOrEqual(0.88);
    expect(covered / 200).toBeLessThanOrEqual(0.99);
  },
);

/** Box and Muller's method on the seeded generator. */
function normalSample(seed: string, size: number, { center, spread }: { center: number; spread: number }): number[] {
  const random = seededRandom(seed);
  const share = (): number => (random.below(2 ** 32) + 0.5) / 2 ** 32;
  return Array.from(
    { length: size },
    () => center + spread * Math.sqrt(-2 * Math.log(share())) * Math.cos(2 * Math.PI * share()),
  );
}

test('missing values are left out', () => {
  expect(bootstrapInterval([3, null, 5, 9, null], { seed: 's' })).toEqual(bootstrapInterval([3, 5, 9], { seed: 's' }));
});

test('fewer than two values have no interval, but a reason', () => {
  expect(bootstrapInterval([4], { seed: 's' })).toEqual({ estimate: 4, interval: null, reason: 'one-value' });
  expect(bootstrapInterval([null], { seed: 's' })).toEqual({ estimate: null, interval: null, reason: 'no-values' });
});

test('equal values have no interval', () => {
  expect(bootstrapInterval([2, 2, 2], { seed: 's' })).toEqual({ estimate: 2, interval: null, reason: 'no-variation' });
  expect(bootstrapInterval([0.1 + 0.2, 0.3, 0.3], { seed: 's' }).interval).toBeNull();
});

test('an interval never has its ends in one place', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 12 }), (values) => {
      const { interval } = bootstrapInterval(values, { seed: 's', resamples: 200 });
      expect(interval === null || interval.low < interval.high).toBe(true);
      if (new Set(values).size === 1) expect(interval).toBeNull();
    }),
  );
});

test('an interval from fewer than ten values is marked', () => {
  const of = (count: number) =>
    bootstrapInterval(
      Array.from({ length: count }, (_, index) => index),
      { seed: 's' },
    ).interval?.few;
  expect([2, 9, 10, 40].map(of)).toEqual([true, true, false, false]);
});

test('an undefined BCa interval becomes a percentile interval with a reason', () => {
  // Leaving out any one value leaves the middle one where it is.
  const middle = bootstrapInterval([1, 5, 5, 5, 9], { seed: 's', statistic: median }).interval;
  expect(middle).toMatchObject({ method: 'percentile', fallback: 'no-variation' });
  const single = bootstrapInterval([1, 2, 10], { seed: 'd', resamples: 2 }).interval;
  expect(single).toMatchObject({ method: 'percentile', fallback: 'one-sided' });
  // The acceleration is close to 1/6, and the upper tail asked for lies 6.5 standard deviations out.
  const outlier = [...Array.from({ length: 99 }, () => 0), 1];
  const extreme = bootstrapInterval(outlier, { seed: 's', level: 1 - 1e-10, resamples: 100 }).interval;
  expect(extreme).toMatchObject({ method: 'percentile', fallback: 'too-skewed' });
});

test('the median has an interval as well', () => {
  const { estimate, interval } = bootstrapInterval([1, 2, 3, 4, 100], { statistic: median, seed: 's' });
  expect(median([9, 1, 5])).toBe(5);
  expect(estimate).toBe(3);
  expect(interval?.low).toBeLessThan(3);
});

test.each([
  [{ level: 1 }, 'The level is 1'],
  [{ level: NaN }, 'The level is NaN'],
  [{ resamples: 0 }, '0 resamples'],
  [{ resamples: 1.5 }, '1.5 resamples'],
  [{ statistic: () => NaN }, 'The statistic of a resample is NaN'],
])('%o is refused', (options, message) => {
  const refused = (): unknown => bootstrapInterval([1, 2], { seed: 's', ...options });
  expect(refused).toThrow(StudyError);
  expect(refused).toThrow(message);
});

test('resamples equal to the estimate count half, even if rounding tears them apart', () => {
  const coins = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1];
  expect(bootstrapInterval(coins, { seed: 's', resamples: 20_000 }).interval).toMatchObject({
    low: 0.2,
    high: 0.8,
    method: 'bca',
  });
  // Sums of tenths depend on their order, sums of whole numbers do not.
  const whole = [1, 2, 3, 4, 5, 6, 7, 9];
  const [plain, tenths] = [1, 10].map((parts) => {
    return bootstrapInterval(
      whole.map((value) => value / parts),
      { seed: 's', resamples: 2000, level: 0.9 },
    ).interval;
  });
  expect(tenths?.low).toBeCloseTo((plain?.low ?? NaN) / 10, 10);
  expect(tenths?.high).toBeCloseTo((plain?.high ?? NaN) / 10, 10);
});

test('the unit of the values does not matter, however small it makes them', () => {
  const [plain, tiny] = [1, 2 ** -600].map(
    (unit) =>
      bootstrapInterval(
        [1, 2, 4, 9].map((value) => value * unit),
        { seed: 's' },
      ).interval,
  );
  expect(tiny).toEqual({ ...plain, low: (plain?.low ?? NaN) * 2 ** -600, high: (plain?.high ?? NaN) * 2 ** -600 });
});

test('the order of the values does not matter, the seed does, and JSON keeps everything', () => {
  const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 12 });
  fc.assert(
    fc.property(values, fc.string(), (sample, seed) => {
      const answer = bootstrapInterval(sample, { seed, resamples: 50 });
      expect(bootstrapInterval([...sample].reverse(), { seed, resamples: 50 })).toEqual(answer);
      expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
      if (answer.interval !== null) expect(answer.interval.low).toBeLessThanOrEqual(answer.interval.high);
    }),
    { numRuns: 300 },
  );
  const low = (seed: string): number | undefined => bootstrapInterval(spatialTest, { seed, resamples: 100 }).interval?.low;
  expect(low('one')).not.toBe(low('two'));
});

test.each([0, 1, -0.1, 1.1, Number.NaN])('a level of %s is refused', (level) => {
  expect(() => bootstrapInterval([1, 2, 3], { seed: 's', level })).toThrow(
    `The level is ${level}; give a share between 0 and 1, such as 0.95.`,
  );
});

test.each([0, -1, 1.5, Number.NaN])('%s resamples are refused', (resamples) => {
  expect(() => bootstrapInterval([1, 2, 3], { seed: 's', resamples })).toThrow(
    `There cannot be ${resamples} resamples; give a whole number from 1.`,
  );
});

test('one resample is enough to be asked for', () => {
  expect(() => bootstrapInterval([1, 2, 3], { seed: 's', resamples: 1 })).not.toThrow();
});
