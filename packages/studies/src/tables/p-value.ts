/** A p-value in three digits, and never 0, which no test can give: `0.031`, `< 0.001`. */
export function formatPValue(value: string | number): string {
  const pValue = Number(value);
  return pValue < 0.001 ? '< 0.001' : pValue.toFixed(3);
}
