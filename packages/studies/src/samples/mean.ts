/** The arithmetic mean; NaN of nothing. */
export function mean(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length + 0; // a sum so small that it rounds to -0 becomes 0, as JSON would have it
}
