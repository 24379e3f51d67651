/** Three digits that matter: `0.412`, `3.14`, `21.5`. */
export function inThree(value: string | number): string {
  const number = Number(value);
  const size = Math.abs(number);
  const text = size >= 100 ? size.toFixed(0) : size >= 10 ? size.toFixed(1) : size >= 1 ? size.toFixed(2) : size.toFixed(3);
  return number < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** A p-value in three digits, and never 0, which no test can give: `0.031`, `< 0.001`. */
export function formatPValue(value: string | number): string {
  const pValue = Number(value);
  return pValue < 0.001 ? '< 0.001' : pValue.toFixed(3);
}

/** A number without the noise of its arithmetic: `8.129999999999999` as 8.13. Whole numbers stay as they are. */
export function toTwelveDigits(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(12));
}
