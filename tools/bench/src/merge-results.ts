/** Machine and date of a measured row. */
export interface Provenance {
  readonly cpu: string;
  readonly cores: number;
  readonly node: string;
  /** Year, month and day. */
  readonly date: string;
  /** The commit that was checked out, with a `+` where files were changed since; `unknown` outside of a repository. */
  readonly commit: string;
}

/** One measurement; `latency` tells rows of the same name apart. */
export interface BenchRow {
  readonly name: string;
  readonly latency: string | null;
  readonly measured: Provenance;
  readonly result: unknown;
}

/** Rows of before, with those measured now in their places, and new ones after them: nothing is lost by measuring one of them again. */
export function mergeResults(before: readonly BenchRow[], now: readonly BenchRow[]): readonly BenchRow[] {
  const keyOf = ({ name, latency }: BenchRow): string => JSON.stringify([name, latency]);
  const rows = new Map(before.map((row) => [keyOf(row), row]));
  for (const row of now) rows.set(keyOf(row), row);
  return [...rows.values()];
}

/** Rows in a file's text; none where there is no file, or it is of the form that held one measuring of everything. */
export function readResults(text: string | undefined): readonly BenchRow[] {
  if (text === undefined) return [];
  const parsed = JSON.parse(text) as { readonly rows?: readonly BenchRow[] };
  return parsed.rows ?? [];
}
