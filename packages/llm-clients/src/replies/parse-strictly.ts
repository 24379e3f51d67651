/**
 * Parses a text that is exact JSON, no deeper than replies may be. Refuses a repeated key, of which `JSON.parse` would silently
 * keep the last.
 */
export function parseStrictly(text: string): { readonly value: unknown } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return { value };
  return isTooDeep(value) || countKeys(value) !== countColons(text) ? undefined : { value };
}

function countKeys(value: object): number {
  let count = 0;
  let level: readonly object[] = [value];
  while (level.length > 0) {
    const next: object[] = [];
    for (const item of level) {
      const inner: readonly unknown[] = Object.values(item);
      if (!Array.isArray(item)) count += inner.length;
      for (const each of inner) if (typeof each === 'object' && each !== null) next.push(each);
    }
    level = next;
  }
  return count;
}

/** Colons outside of strings: one for each key that is written. */
function countColons(text: string): number {
  let count = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (isInString) {
      if (code === 0x5c) index += 1;
      else if (code === 0x22) isInString = false;
    } else if (code === 0x22) isInString = true;
    else if (code === 0x3a) count += 1;
  }
  return count;
}

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
