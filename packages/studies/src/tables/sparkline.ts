const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** Values as a row of bars between `min` and `max`; `·` for each value that is missing. */
export function sparkline(
  values: readonly (number | null)[],
  { min, max }: { readonly min: number; readonly max: number },
): string {
  return values
    .map((value) => {
      if (value === null) return '·';
      const share = Math.min(1, Math.max(0, (value - min) / (max - min)));
      return BARS[Math.min(BARS.length - 1, Math.floor(share * BARS.length))]!;
    })
    .join('');
}

/** A bar of `width` columns, `done` of them filled (0 to 1). */
export function progressBar(done: number, width: number): string {
  const filled = Math.round(Math.min(1, Math.max(0, done)) * width);
  return '█'.repeat(filled) + '░'.repeat(width - filled);
}
