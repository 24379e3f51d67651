/** Lines of a text in one piece: all new against another text, or all known from it. */
export interface Piece {
  readonly text: string;
  readonly isNew: boolean;
}

/**
 * Splits a text into what another one held too, line by line, and what is new. A line counts as known as often as it stood there, so a
 * repetition is new.
 */
export function newLinesOf(text: string, before: string): readonly Piece[] {
  const known = new Map<string, number>();
  for (const line of before.split('\n')) known.set(line, (known.get(line) ?? 0) + 1);
  const pieces: { lines: string[]; isNew: boolean }[] = [];
  for (const line of text.split('\n')) {
    const left = known.get(line) ?? 0;
    if (left > 0) known.set(line, left - 1);
    const last = pieces.at(-1);
    const isNew = line === '' ? (last?.isNew ?? false) : left === 0;
    if (last?.isNew === isNew) last.lines.push(line);
    else pieces.push({ lines: [line], isNew });
  }
  return pieces.map(({ lines, isNew }) => ({ text: lines.join('\n'), isNew }));
}
