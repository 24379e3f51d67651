import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareConditions } from './compare-conditions.js';

interface Game {
  readonly condition: string;
  readonly seed: number;
  readonly seat: string;
  readonly score: number | null;
  readonly illegal: number | null;
}

/** Hours of sleep that two drugs added for ten patients: Student, "The probable error of a mean", Biometrika 6 (1908), page 20. */
const dextro = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const laevo = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

const rowsOf = (condition: string, scores: readonly (number | null)[]): Game[] =>
  scores.map((score, index) => ({ condition, seed: index, seat: index % 2 === 0 ? 'ITALY' : 'RUSSIA', score, illegal: score }));

const options = {
  conditions: ['laevo', 'dextro'] as const,
  condition: (game: Game) => game.condition,
  measures: { score: (game: Game) => game.score },
  pairBy: (game: Game) => String(game.seed),
  stratum: (game: Game) => game.seat,
  seed: 's',
};
const sleep = [...rowsOf('dextro', dextro), ...rowsOf('laevo', laevo)];

test("Student's patients slept longer with one of two drugs: means, both differences and their p-values", () => {
  const [answer] = compareConditions(sleep, { ...options, resamples: 200_000 });
  // The means 2.33 and 0.75 are Student's. Nine of ten pairs favour one side and one is 0, so 4 of 1024 sign patterns are as extreme.
  expect(answer?.a).toMatchObject({ condition: 'laevo', n: 10, missing: 0, mean: expect.closeTo(2.33, 12) as number });
  expect(answer?.b).toMatchObject({ condition: 'dextro', n: 10, missing: 0, mean: expect.closeTo(0.75, 12) as number });
  expect(answer?.paired).toMatchObject({ difference: expect.closeTo(1.58, 12) as number, pairs: 10, unpaired: { a: 0, b: 0 } });
  expect(answer?.paired?.test).toEqual({ pValue: 4 / 1024, method: 'exact', arrangements: 1024 });
  // SciPy 1.17: permutation_test over all 184 756 labellings, bootstrap of the mean of each (BCa, 200 000 resamples).
  expect(answer?.plain.test).toEqual({
    pValue: expect.closeTo(0.0814479638, 9) as number,
    method: 'exact',
    arrangements: 184_756,
  });
  expect(Math.abs((answer?.a.interval?.low ?? NaN) - 1.24)).toBeLessThan(0.05);
  expect(Math.abs((answer?.a.interval?.high ?? NaN) - 3.59)).toBeLessThan(0.05);
  // Odd and even patients as strata: 252 times 252 labellings, counted with itertools.combinations.
  expect(answer?.balanced?.difference).toBeCloseTo(1.58, 12);
  expect(answer?.balanced?.test).toEqual({ pValue: 5682 / 63_504, method: 'exact', arrangements: 63_504 });
});

test('p-values are corrected for the number of measures, each kind of difference by itself', () => {
  const measures = { score: (game: Game) => game.score, half: (game: Game) => (game.seed < 5 ? game.score : null) };
  const [score, half] = compareConditions(sleep, { ...options, measures });
  expect(score?.paired?.correctedPValue).toBe((2 * 4) / 1024);
  // Of the first five pairs four favour one side and one is 0: 4 of 32 sign patterns, and Holm doubles only the smaller p-value.
  expect(half?.paired?.test?.pValue).toBe(4 / 32);
  expect(half?.paired?.correctedPValue).toBe(4 / 32);
  expect(half?.a).toMatchObject({ n: 5, missing: 5 });
  const alone = compareConditions(sleep, options)[0];
  expect(alone?.plain.correctedPValue).toBe(alone?.plain.test?.pValue);
  expect(score?.plain.correctedPValue).not.toBe(score?.paired?.correctedPValue);
});

test('replicates of one seed are one pair, and a missing one is not 0', () => {
  const rows = [...rowsOf('a', [1, 4, null, 9]), ...rowsOf('a', [3, null]), ...rowsOf('b', [1, 1, 1])];
  const [answer] = compareConditions(rows, { ...options, conditions: ['a', 'b'] });
  expect(answer?.paired).toMatchObject({ pairs: 2, difference: 2, unpaired: { a: 1, b: 0 } });
  expect(answer?.a).toMatchObject({ n: 4, missing: 2 });
});

test('without seeds and seats there is only the plain difference', () => {
  const { pairBy: _pairs, stratum: _strata, ...plain } = options;
  expect(compareConditions(sleep, plain)[0]).toMatchObject({ paired: null, balanced: null });
});

test('a condition without runs is refused, and the known ones are named', () => {
  expect(() => compareConditions(sleep, { ...options, conditions: ['laevo', 'dextra'] })).toThrow(
    'No run is of the condition "dextra"; there are dextro, laevo.',
  );
  expect(() => compareConditions([], options)).toThrow('there are no runs at all');
});

test('the order of the runs does not matter, and JSON keeps everything', () => {
  const answer = compareConditions(sleep, options);
  expect(compareConditions([...sleep].reverse(), options)).toEqual(answer);
  expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
});

describe('runs that depend on one another', () => {
  interface Run {
    readonly condition: string;
    readonly couple: string;
    readonly seed: number;
    readonly value: number | null;
  }
  const clustered = {
    conditions: ['a', 'b'] as const,
    condition: (run: Run) => run.condition,
    measures: { value: (run: Run) => run.value },
    pairBy: (run: Run) => `${run.couple} ${run.seed}`,
    cluster: (run: Run) => run.couple,
    seed: 's',
  };
  /** Three couples with three seeds each; `a` is better by 1, 2 and 3. */
  const three = ['x', 'y', 'z'].flatMap((couple, at) =>
    [1, 2, 3].flatMap((seed): readonly Run[] => [
      { condition: 'a', couple, seed, value: at + seed + (at + 1) },
      { condition: 'b', couple, seed, value: at + seed },
    ]),
  );

  test('the units of three couples with three seeds each are the couples', () => {
    const [answer] = compareConditions(three, clustered);
    expect(answer?.a).toMatchObject({ n: 9, clusters: 3, mean: 5 });
    expect(answer?.plain).toMatchObject({ a: { n: 3 }, b: { n: 3 }, difference: 2 });
    // All three couples favour one side: of 8 sign patterns two are as extreme, never 2 of 512.
    expect(answer?.paired).toMatchObject({ clusters: 3, pairs: 9, difference: 2, test: { pValue: 2 / 8, arrangements: 8 } });
    // The differences 1, 2, 3 have the standard deviation 1.
    expect(answer?.paired?.effect).toEqual({ kind: 'd_z', size: 2 });
    expect(answer?.paired?.interval?.few).toBe(true);
  });

  test('the units of one couple are its seeds', () => {
    const one = three.filter(({ couple }) => couple === 'x').map((run) => ({ ...run, value: (run.value ?? 0) ** 2 }));
    const { cluster: _unused, ...plain } = clustered;
    expect(compareConditions(one, clustered)).toEqual(compareConditions(one, plain));
    expect(compareConditions(one, clustered)[0]?.paired).toMatchObject({ clusters: null, pairs: 3 });
  });

  const value = fc.option(fc.integer({ min: 0, max: 10 }));
  const run = fc.record({
    condition: fc.constantFrom('a', 'b'),
    couple: fc.constantFrom('x', 'y', 'z'),
    seed: fc.integer({ min: 1, max: 3 }),
    value,
  });
  const both = fc
    .array(run, { minLength: 2, maxLength: 20 })
    .filter((runs) => ['a', 'b'].every((name) => runs.some(({ condition }) => condition === name)));
  const quick = { ...clustered, resamples: 100 };

  test('clusters of one run each change nothing', () => {
    fc.assert(
      fc.property(both, (runs) => {
        const alone = runs.map((each, index) => ({ ...each, couple: `c${index}`, seed: index }));
        const { cluster: _unused, ...plain } = quick;
        const [one, other] = [compareConditions(alone, quick)[0], compareConditions(alone, plain)[0]];
        expect(one?.plain).toEqual(other?.plain);
        expect({ ...one?.a, clusters: null }).toEqual(other?.a);
      }),
      { numRuns: 30 },
    );
  });

  test('swapping the sides turns the sign and leaves p as it is', () => {
    fc.assert(
      fc.property(both, (runs) => {
        const [one] = compareConditions(runs, { ...quick, resamples: 10_000 });
        const [other] = compareConditions(runs, { ...quick, resamples: 10_000, conditions: ['b', 'a'] });
        expect((one?.plain.difference ?? 0) + (other?.plain.difference ?? 0)).toBeCloseTo(0, 9);
        expect((one?.paired?.difference ?? 0) + (other?.paired?.difference ?? 0)).toBeCloseTo(0, 9);
        expect(one?.plain.test?.pValue).toBe(other?.plain.test?.pValue);
        expect(one?.paired?.test?.pValue).toBe(other?.paired?.test?.pValue);
      }),
      { numRuns: 30 },
    );
  });

  test('more seeds of the same couples never make more units', () => {
    fc.assert(
      fc.property(both, fc.integer({ min: 2, max: 4 }), (runs, times) => {
        const more = Array.from({ length: times }, (_, at) =>
          runs.map((each) => ({ ...each, seed: each.seed + 10 * at })),
        ).flat();
        const [one, other] = [compareConditions(runs, quick)[0], compareConditions(more, quick)[0]];
        if (one?.a.clusters === null) return;
        expect(other?.plain.test).toEqual(one?.plain.test);
        expect(other?.paired?.test).toEqual(one?.paired?.test);
      }),
      { numRuns: 30 },
    );
  });
});

test('a measure that never varies is shown, and neither tested nor counted', () => {
  const measures = { score: (game: Game) => game.score, missing: () => 0, absent: () => null };
  const [score, missing, absent] = compareConditions(sleep, { ...options, measures });
  expect(missing).toMatchObject({ varies: false, a: { mean: 0 }, plain: { difference: 0, test: null, correctedPValue: null } });
  expect(missing?.a.interval).toBeNull();
  expect(absent).toMatchObject({ varies: false, a: { mean: null }, paired: { test: null } });
  expect(score?.plain.correctedOver).toBe(1);
  expect(score?.plain.correctedPValue).toBe(score?.plain.test?.pValue);
  expect(score?.paired?.correctedPValue).toBe(score?.paired?.test?.pValue);
});
