/** Names of settings, each with the values it can have. */
export type Factors = { readonly [name: string]: readonly unknown[] };

/** One value a setting. */
export type Row<F extends Factors> = { readonly [Name in keyof F]: F[Name][number] };

/**
 * Few rows in which every value of every setting meets every value of every other one: each further row is the one, of those that begin
 * with a pair not met yet, that meets the most of them.
 */
export function pairwise<const F extends Factors>(factors: F): readonly Row<F>[] {
  const names = Object.keys(factors);
  const open = new Set<string>();
  const pairs = new Map<string, readonly [string, number][]>();
  names.forEach((a, at) => {
    for (const b of names.slice(at + 1)) {
      factors[a]?.forEach((_, i) =>
        factors[b]?.forEach((__, j) => {
          open.add(keyOf([a, i], [b, j]));
          pairs.set(keyOf([a, i], [b, j]), [
            [a, i],
            [b, j],
          ]);
        }),
      );
    }
  });
  const rows: Record<string, number>[] = [];
  for (let [key] = open; key !== undefined; [key] = open) {
    const row: Record<string, number> = Object.fromEntries(pairs.get(key) ?? []);
    for (const name of names) {
      if (name in row) continue;
      const gains = (factors[name] ?? []).map(
        (_, value) =>
          Object.entries(row).filter(([other, chosen]) => open.has(ordered(names, [name, value], [other, chosen]))).length,
      );
      row[name] = gains.indexOf(Math.max(...gains));
    }
    const chosen = Object.entries(row);
    chosen.forEach((one, at) => chosen.slice(at + 1).forEach((other) => open.delete(ordered(names, one, other))));
    rows.push(row);
  }
  return rows.map((row) => Object.fromEntries(names.map((name) => [name, factors[name]?.[row[name] ?? 0]])) as unknown as Row<F>);
}

const keyOf = ([a, i]: readonly [string, number], [b, j]: readonly [string, number]): string => `${a}=${i} ${b}=${j}`;

const ordered = (names: readonly string[], one: readonly [string, number], other: readonly [string, number]): string =>
  names.indexOf(one[0]) < names.indexOf(other[0]) ? keyOf(one, other) : keyOf(other, one);
