import type { BootstrapOptions, Interval, NoIntervalReason } from './bootstrap/interval.js';
import { bootstrapInterval } from './bootstrap/bootstrap-interval.js';
import type { Measured } from './sample-statistics.js';

export interface LeaderboardOptions<Row> extends BootstrapOptions {
  /** Name of the contestant of a row, such as a model. */
  readonly by: (row: Row) => string;
  /** Value by which the board is sorted. */
  readonly value: (row: Row) => Measured;
  /**
   * `largest` if more is better, as for supply centres; `smallest` if less is better, as for the share of illegal orders.
   * @default 'largest'
   */
  readonly best?: 'largest' | 'smallest';
}

/** One line of a leaderboard; JSON-safe. */
export interface LeaderboardEntry {
  readonly name: string;
  /** Rank from 1; equal means share the better rank. `null` if nothing was measured. */
  readonly rank: number | null;
  readonly mean: number | null;
  readonly interval: Interval | null;
  /** Reason why there is no interval. */
  readonly reason: NoIntervalReason | null;
  /** Number of rows with a value. */
  readonly n: number;
  readonly missing: number;
}

/**
 * Ranks contestants by their means with intervals: the best first, those without a value last, equal ones by name. An entry
 * depends on its own rows and the seed only, so its interval stays the same when others join. Overlapping intervals do not mean
 * that two are equal; use `compareSamples`.
 */
export function leaderboard<Row>(
  rows: readonly Row[],
  { by, value, seed, best = 'largest', ...options }: LeaderboardOptions<Row>,
): readonly LeaderboardEntry[] {
  const valuesByName = new Map<string, Measured[]>();
  for (const row of rows) {
    const name = by(row);
    const values = valuesByName.get(name) ?? [];
    values.push(value(row));
    valuesByName.set(name, values);
  }
  const entries = [...valuesByName].map(([name, values]) => {
    const { estimate, interval, reason } = bootstrapInterval(values, { ...options, seed: `${seed}/${name}` });
    const missing = values.filter((measured) => measured === null).length;
    return { name, mean: estimate, interval, reason, n: values.length - missing, missing };
  });
  const compareMeans =
    best === 'largest' ? largestFirst : (one: number | null, other: number | null) => largestFirst(negated(one), negated(other));
  entries.sort((one, other) => compareMeans(one.mean, other.mean) || (one.name < other.name ? -1 : 1));
  return entries.map(({ name, ...entry }) => {
    const ahead = entries.filter(({ mean }) => compareMeans(mean, entry.mean) < 0).length;
    return { name, rank: entry.mean === null ? null : ahead + 1, ...entry };
  });
}

const negated = (mean: number | null): number | null => (mean === null ? null : -mean);

function largestFirst(one: number | null, other: number | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return other - one;
}
