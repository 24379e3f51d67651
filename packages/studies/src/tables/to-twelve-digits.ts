/** A number without the noise of its arithmetic: `8.129999999999999` as 8.13. Whole numbers stay as they are. */
export function toTwelveDigits(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(12));
}
