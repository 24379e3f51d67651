/** `did you mean "seeds"?`, or all names that there are. */
export function suggestName(written: string, known: readonly string[]): string {
  const near = nearestName(written, known);
  return near === undefined ? `there are ${known.join(', ')}` : `did you mean "${near}"?`;
}

/** The known name that was probably meant: the one with the fewest letters changed, if those are at most a third. */
export function nearestName(written: string, known: readonly string[]): string | undefined {
  const ranked = known.map((name) => ({ name, distance: editDistance(written.toLowerCase(), name.toLowerCase()) }));
  const least = ranked.reduce((best, each) => (each.distance < best.distance ? each : best), { name: '', distance: Infinity });
  return least.distance <= Math.max(1, Math.floor(Math.max(least.name.length, written.length) / 3)) ? least.name : undefined;
}

/** Letters to insert, delete or replace; Wagner and Fischer (1974), a row at a time. */
function editDistance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const replaced = (above[column - 1] ?? 0) + Number(one[row - 1] !== other[column - 1]);
      current.push(Math.min(replaced, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    above = current;
  }
  return above[other.length] ?? 0;
}
