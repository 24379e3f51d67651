/** One line of a chart. */
export interface Series {
  readonly name: string;
  readonly points: readonly Point[];
  /** Custom property of the style sheet that colours it, such as `--first`. @default the next of `--series-1` to `--series-8` */
  readonly color?: string | undefined;
}

/** One value; `y` is null where it is missing. A band from `low` to `high` is drawn around values that have one. */
export interface Point {
  readonly x: number;
  readonly y: number | null;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/** Dashes by the place of a line, so that lines are told apart without colour. */
export const DASHES: readonly string[] = ['', '6 3', '2 3', '8 3 2 3', '1 2', '10 4', '4 2 1 2', '3 6'];

/** Custom property that colours a line. */
export function colorOf(series: Series, place: number): string {
  return series.color ?? `--series-${(place % 8) + 1}`;
}

/** Text of the data behind a chart: one row for each value, as CSV with a header. */
export function seriesAsCsv(series: readonly Series[], xName: string, yName: string): string {
  const hasBands = series.some(({ points }) => points.some(({ low }) => low !== undefined));
  const header = ['series', xName, yName, ...(hasBands ? ['low', 'high'] : [])];
  const rows = series.flatMap(({ name, points }) =>
    points.map(({ x, y, low, high }) => [name, x, y ?? '', ...(hasBands ? [low ?? '', high ?? ''] : [])]),
  );
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}

/** Vertical places of labels, moved apart to `gap` at least and kept in their order. @param wanted places, in pixels */
export function apart(wanted: readonly number[], gap: number): readonly number[] {
  const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at);
  const placed: number[] = [];
  for (const [rank, { at }] of order.entries()) placed.push(rank === 0 ? at : Math.max(at, (placed[rank - 1] ?? at) + gap));
  const over = order.length === 0 ? 0 : placed.reduce((sum, at, rank) => sum + at - (order[rank]?.at ?? at), 0) / order.length;
  const result: number[] = new Array<number>(wanted.length).fill(0);
  for (const [rank, { index }] of order.entries()) result[index] = (placed[rank] ?? 0) - over;
  return result;
}

/** A cell of CSV; texts that a spreadsheet would take for a formula get an apostrophe. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
