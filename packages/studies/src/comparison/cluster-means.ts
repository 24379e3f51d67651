import { mean, type Measured, presentValues } from '../sample-statistics.js';

/**
 * Computes one value for each cluster of rows: the mean of those present, `null` if there are none. Rows that depend on one
 * another, such as repetitions of one case, tell no more than one such value about other cases.
 */
export function clusterMeans<Row>(
  rows: readonly Row[],
  { cluster, value }: { readonly cluster: (row: Row) => string; readonly value: (row: Row) => Measured },
): ReadonlyMap<string, Measured> {
  const values = new Map<string, Measured[]>();
  for (const row of rows) {
    const own = values.get(cluster(row)) ?? [];
    own.push(value(row));
    values.set(cluster(row), own);
  }
  return new Map(
    [...values].map(([name, own]) => {
      const present = presentValues(own);
      return [name, present.length === 0 ? null : mean(present)];
    }),
  );
}
