/** How deeply objects and lists may lie in each other: replies that are meant as answers have fewer than ten levels. */
export const DEEPEST_VALUE = 100;
/** The longest text that values are looked for in, in UTF-16 units: 32 times what the longest models write at once. */
export const LONGEST_REPLY = 16_000_000;

/** Whether a value that `JSON.parse` made lies deeper than replies may. Does not recurse. */
export function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST_VALUE) return true;
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? (Object.values(item) as unknown[]) : []));
  }
  return false;
}
