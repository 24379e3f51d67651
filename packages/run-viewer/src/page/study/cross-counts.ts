import { compareNaturally } from '@entente/studies';

/** Counts of pairs: a row for each first word, a column for each second one. */
export interface CrossCounts {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly counts: readonly number[]; readonly all: number }[];
}

/** Counts pairs of words, such as condition and outcome. */
export function crossCounts(pairs: readonly (readonly [row: string, column: string])[]): CrossCounts {
  const columns = [...new Set(pairs.map(([, column]) => column))].sort(compareNaturally);
  const names = [...new Set(pairs.map(([row]) => row))].sort(compareNaturally);
  return {
    columns,
    rows: names.map((name) => {
      const own = pairs.filter(([row]) => row === name);
      const counts = columns.map((column) => own.filter(([, one]) => one === column).length);
      return { name, counts, all: own.length };
    }),
  };
}
