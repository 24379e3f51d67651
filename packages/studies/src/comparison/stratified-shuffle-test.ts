import { seededRandom } from '../seeded-random.js';
import {
  countChoices,
  createTally,
  drawChoice,
  forEachChoice,
  type PermutationOptions,
  type PermutationTest,
} from './arrangements.js';

/** Rows of one stratum, by side. */
export interface StratumSides {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

/**
 * Tests a stratified difference: if labels were assigned at random within each stratum, how often would the mean of the strata's
 * differences be as far from 0? There must be at least one stratum, and no side of one may be empty.
 */
export function stratifiedShuffleTest(strata: readonly StratumSides[], { seed, resamples }: PermutationOptions): PermutationTest {
  // The total of a stratum is fixed, so its difference of means grows with the sum of its first side, 1/a + 1/b for each unit.
  const scaled = strata.map(({ a, b }) => {
    const weight = 1 / a.length + 1 / b.length;
    const pooled = [...a, ...b].map((value) => value * weight);
    return { size: a.length, pooled, expected: (sumOf(pooled) * a.length) / pooled.length };
  });
  const observed = scaled.reduce((sum, { pooled, size, expected }) => sum + sumOf(pooled.slice(0, size)) - expected, 0);
  const tally = createTally(
    observed,
    scaled.flatMap(({ pooled }) => pooled),
  );
  const arrangements = scaled.reduce((product, { pooled, size }) => product * countChoices(pooled.length, size, resamples), 1);
  if (arrangements <= resamples) {
    const visit = (index: number, sum: number): void => {
      const stratum = scaled[index];
      if (stratum === undefined) return tally.add(sum);
      forEachChoice(stratum.pooled, stratum.size, (chosen) => visit(index + 1, sum + chosen - stratum.expected));
    };
    visit(0, 0);
    return tally.exact();
  }
  const random = seededRandom(seed);
  for (let resample = 0; resample < resamples; resample++) {
    tally.add(scaled.reduce((sum, { pooled, size, expected }) => sum + drawChoice(pooled, size, random) - expected, 0));
  }
  return tally.sampled();
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
