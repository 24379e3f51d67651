import { StudyError } from '../study-error.js';
import type { Measured } from '../sample-statistics.js';

/** What a run with a seed measured; runs of two conditions with the same seed began alike. */
export interface SeededValue {
  readonly seed: string | number;
  readonly value: Measured;
}

/** Two samples whose n-th values belong together, as `compareSamples` with `paired` takes them. */
export interface PairedSamples {
  readonly seeds: readonly string[];
  readonly a: readonly Measured[];
  readonly b: readonly Measured[];
  /** How many runs of each side had no partner and were left out. */
  readonly unpaired: { readonly a: number; readonly b: number };
}

/**
 * Puts together what has the same seed on both sides, in the order of `a`. The seeds 1 and '1' are the same.
 * @throws StudyError where a seed comes twice on one side: which of the two would be the partner?
 */
export function pairBySeed(a: readonly SeededValue[], b: readonly SeededValue[]): PairedSamples {
  const [first, second] = [valuesBySeed(a, 'first'), valuesBySeed(b, 'second')];
  const seeds = [...first.keys()].filter((seed) => second.has(seed));
  return {
    seeds,
    a: seeds.map((seed) => first.get(seed) ?? null),
    b: seeds.map((seed) => second.get(seed) ?? null),
    unpaired: { a: first.size - seeds.length, b: second.size - seeds.length },
  };
}

function valuesBySeed(rows: readonly SeededValue[], side: string): ReadonlyMap<string, Measured> {
  const values = new Map<string, Measured>();
  for (const { seed, value } of rows) {
    const key = String(seed);
    if (values.has(key))
      throw new StudyError(`Seed ${key} comes twice in the ${side} sample; tell its replicates apart in the seed.`);
    values.set(key, value);
  }
  return values;
}
