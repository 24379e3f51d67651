/** Three digits that matter: `0.412`, `3.14`, `21.5`. */
export function inThree(value: string | number): string {
  const number = Number(value);
  const size = Math.abs(number);
  const text = size >= 100 ? size.toFixed(0) : size >= 10 ? size.toFixed(1) : size >= 1 ? size.toFixed(2) : size.toFixed(3);
  return number < 0 && Number(text) !== 0 ? `−${text}` : text;
}
