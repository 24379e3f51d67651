import { StudyError } from '../study-error.js';
import type { Measured } from '../sample-statistics.js';

/** Measurement of a run with a seed. Runs of two conditions with the same seed began alike. */
export interface SeededValue {
  readonly seed: string | number;
  readonly value: Measured;
}

/** Two samples whose n-th values belong together, for `compareSamples` with `paired`. */
export interface PairedSamples {
  readonly seeds: readonly string[];
  readonly a: readonly Measured[];
  readonly b: readonly Measured[];
  /** Number of runs on each side that had no partner and were left out. */
  readonly unpaired: { readonly a: number; readonly b: number };
}

/**
 * Pairs runs with the same seed on both sides, in the order of `a`. The seeds 1 and '1' are the same.
 * @throws StudyError if a seed comes twice on one side, as either could be the partner
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
