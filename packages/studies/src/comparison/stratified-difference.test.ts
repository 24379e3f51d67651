import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stratifiedDifference } from './stratified-difference.js';

interface Game {
  readonly seat: string;
  readonly centers: number | null;
}

const seats = (seat: string, ...centers: (number | null)[]): Game[] => centers.map((count) => ({ seat, centers: count }));
const options = { stratum: ({ seat }: Game) => seat, value: ({ centers }: Game) => centers, seed: 's' };

test('having the better seat more often gains nothing', () => {
  // One centre better in each seat, but mostly in the poor one: the plain means are 5 and 7.
  const a = [...seats('AUSTRIA', 3, 5, 4, 4), ...seats('FRANCE', 8, 10)];
  const b = [...seats('AUSTRIA', 2, 4), ...seats('FRANCE', 7, 9, 8, 8, 8, 8)];
  const { difference, strata, interval, missing } = stratifiedDifference(a, b, options);
  expect(difference).toBe(1);
  expect(strata.map(({ stratum, difference: each }) => [stratum, each])).toEqual([
    ['AUSTRIA', 1],
    ['FRANCE', 1],
  ]);
  expect(strata[0]).toMatchObject({ a: { n: 4, mean: 4 }, b: { n: 2, mean: 3 } });
  expect(missing).toEqual([]);
  // Within the strata values differ by 2 at most, between them by 5: resampling across strata would reach far below -1.
  expect(interval?.low).toBeGreaterThan(-1);
  expect(interval?.high).toBeLessThan(3);
  expect(interval?.low).toBeLessThan(1);
});

test('labels are shuffled within strata only', () => {
  // Counted in Python with itertools.combinations: 15 times 28 arrangements, of which 45 are at least as far apart.
  const a = [...seats('AUSTRIA', 3, 5, 4, 4), ...seats('FRANCE', 8, 10)];
  const b = [...seats('AUSTRIA', 2, 4), ...seats('FRANCE', 7, 9, 8, 8, 8, 8)];
  const exact = stratifiedDifference(a, b, options).test;
  expect(exact).toEqual({ pValue: 45 / 420, method: 'exact', arrangements: 420 });
  const drawn = stratifiedDifference(a, b, { ...options, resamples: 419 }).test;
  expect(drawn).toMatchObject({ method: 'sampled', arrangements: 419 });
  expect(Math.abs((drawn?.pValue ?? NaN) - 45 / 420)).toBeLessThan(0.05);
});

test('with one stratum the p-value is that of two independent samples', () => {
  // SciPy 1.17: scipy.stats.permutation_test of the difference of means over all 6435 labellings; see compare-samples.test.ts.
  const answer = stratifiedDifference(
    seats('ITALY', 12, 15, 9, 20, 31, 14, 11, 10),
    seats('ITALY', 8, 7, 13, 6, 9, 10, 5),
    options,
  );
  expect(answer.test).toEqual({ pValue: expect.closeTo(0.0152292, 7) as number, method: 'exact', arrangements: 6435 });
});

test('each stratum counts the same, however many games it has', () => {
  const a = [...seats('ITALY', 6, 6), ...seats('TURKEY', 4, 4, 4, 4, 4, 4)];
  const b = [...seats('ITALY', 2, 2), ...seats('TURKEY', 4, 4)];
  expect(stratifiedDifference(a, b, options).difference).toBe(2);
});

test('strata that one side lacks are named and change nothing', () => {
  const a = [...seats('ITALY', 6, 5), ...seats('RUSSIA', 9, 12), ...seats('ENGLAND', null)];
  const b = [...seats('ITALY', 2, 3), ...seats('TURKEY', 4), ...seats('RUSSIA', null), ...seats('ENGLAND', null)];
  const answer = stratifiedDifference(a, b, options);
  expect(answer.difference).toBe(3);
  expect(answer.missing).toEqual([
    { stratum: 'ENGLAND', lacking: 'both' },
    { stratum: 'RUSSIA', lacking: 'b' },
    { stratum: 'TURKEY', lacking: 'a' },
  ]);
});

test('one game in a seat gives a difference without an interval; no common seat gives neither', () => {
  const single = stratifiedDifference(seats('ITALY', 6), seats('ITALY', 2, 3), options);
  expect(single).toMatchObject({ difference: 3.5, interval: null, reason: 'one-value' });
  const none = stratifiedDifference(seats('ITALY', 6), seats('RUSSIA', 2), options);
  expect(none).toMatchObject({ difference: null, interval: null, reason: 'no-values', test: null, strata: [] });
});

test('the order of the rows does not matter, and JSON keeps everything', () => {
  const game = fc.record({ seat: fc.constantFrom('A', 'B', 'C'), centers: fc.option(fc.integer({ min: 0, max: 18 })) });
  const games = fc.array(game, { maxLength: 15 });
  fc.assert(
    fc.property(games, games, (a, b) => {
      const answer = stratifiedDifference(a, b, { ...options, resamples: 50 });
      expect(stratifiedDifference([...a].reverse(), [...b].reverse(), { ...options, resamples: 50 })).toEqual(answer);
      expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
    }),
    { numRuns: 300 },
  );
});
