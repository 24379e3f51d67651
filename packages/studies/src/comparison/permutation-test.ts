import { seededRandom } from '../seeded-random.js';
import {
  countChoices,
  createTally,
  drawChoice,
  forEachChoice,
  type PermutationOptions,
  type PermutationTest,
} from './arrangements.js';

/**
 * Tests paired differences: if both signs of each were equally likely, how often would their sum be as far from 0? `differences`
 * must not be empty.
 */
export function signFlipTest(differences: readonly number[], { seed, resamples }: PermutationOptions): PermutationTest {
  const flipped = (flip: (index: number) => boolean): number =>
    differences.reduce((sum, difference, index) => sum + (flip(index) ? -difference : difference), 0);
  const tally = createTally(
    flipped(() => false),
    differences,
  );
  const arrangements = 2 ** differences.length;
  if (arrangements <= resamples) {
    for (let signs = 0; signs < arrangements; signs++) tally.add(flipped((index) => Math.floor(signs / 2 ** index) % 2 === 1));
    return tally.exact();
  }
  const random = seededRandom(seed);
  for (let resample = 0; resample < resamples; resample++) tally.add(flipped(() => random.below(2) === 1));
  return tally.sampled();
}

/**
 * Tests two samples: if labels were assigned at random, how often would their means be as far apart? Neither sample may be empty.
 */
export function labelShuffleTest(
  a: readonly number[],
  b: readonly number[],
  { seed, resamples }: PermutationOptions,
): PermutationTest {
  const size = a.length;
  const pooled = [...a, ...b];
  const expected = (sumOf(pooled) * size) / pooled.length;
  // The total is fixed, so the difference of means grows with the distance of the first sum from its expected value.
  const tally = createTally(sumOf(a) - expected, pooled);
  if (countChoices(pooled.length, size, resamples) <= resamples) {
    forEachChoice(pooled, size, (sum) => tally.add(sum - expected));
    return tally.exact();
  }
  const random = seededRandom(seed);
  for (let resample = 0; resample < resamples; resample++) {
    tally.add(drawChoice(pooled, size, random) - expected);
  }
  return tally.sampled();
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
