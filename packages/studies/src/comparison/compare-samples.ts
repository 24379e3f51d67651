import { type BootstrapOptions, type Interval, type NoIntervalReason, readBootstrapOptions } from '../bootstrap/interval.js';
import { estimateFromGroups } from '../bootstrap/estimate-from-groups.js';
import { StudyError } from '../study-error.js';
import { mean, type Measured, presentValues, summarize, type Summary } from '../sample-statistics.js';
import { cohenD, cohenDz, type EffectSize } from './effect-size.js';
import type { PermutationTest } from './arrangements.js';
import { labelShuffleTest, signFlipTest } from './permutation-test.js';

export interface ComparisonOptions extends BootstrapOptions {
  /**
   * Whether the n-th values of both samples belong together, as from `pairBySeed`. Pairs cancel the effect of a seed.
   * @default independent samples
   */
  readonly paired?: true;
}

/** Two samples side by side; JSON-safe. */
export interface Comparison {
  readonly design: 'paired' | 'independent';
  readonly a: Summary;
  readonly b: Summary;
  /** Number of pairs with both values; `null` if the samples are independent. */
  readonly pairs: number | null;
  /** Mean of `a` minus mean of `b`, over complete pairs if paired; in the unit of the values. */
  readonly difference: number | null;
  readonly interval: Interval | null;
  /** Reason why there is no interval. */
  readonly reason: NoIntervalReason | null;
  readonly effect: EffectSize;
  /** Two-sided test; `null` if a side has no values. */
  readonly test: PermutationTest | null;
}

/**
 * Compares the means of two samples: difference with a bootstrap interval, standardized effect and permutation test.
 * @throws StudyError if paired samples differ in length
 */
export function compareSamples(
  a: readonly Measured[],
  b: readonly Measured[],
  { paired, ...options }: ComparisonOptions,
): Comparison {
  const sides = { a: summarize(a), b: summarize(b) };
  const { resamples, seed } = readBootstrapOptions(options);
  const drawing = { resamples, seed: `${seed}/permutation` };
  if (paired === true) {
    const differences = differencesWithinPairs(a, b);
    const pairs = differences.length;
    const { estimate, ...rest } = estimateFromGroups([differences], ([sample = []]) => mean(sample), options);
    const test = pairs === 0 ? null : signFlipTest(differences, drawing);
    return { design: 'paired', ...sides, pairs, difference: estimate, ...rest, effect: cohenDz(differences), test };
  }
  const [first, second] = [presentValues(a), presentValues(b)];
  const { estimate, ...rest } = estimateFromGroups([first, second], ([one = [], two = []]) => mean(one) - mean(two), options);
  const test = first.length === 0 || second.length === 0 ? null : labelShuffleTest(first, second, drawing);
  return { design: 'independent', ...sides, pairs: null, difference: estimate, ...rest, effect: cohenD(first, second), test };
}

function differencesWithinPairs(a: readonly Measured[], b: readonly Measured[]): readonly number[] {
  if (a.length !== b.length)
    throw new StudyError(`Paired samples have ${a.length} and ${b.length} values; pair them first, with pairBySeed.`);
  return presentValues(
    a.map((value, index) => {
      const partner = b[index] ?? null;
      return value === null || partner === null ? null : value - partner;
    }),
  );
}
