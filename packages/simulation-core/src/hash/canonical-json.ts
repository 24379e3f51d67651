/** JSON with object keys sorted and `undefined` left out: equal data gives equal text, whatever the order of keys. */
export function canonicalJson(value: unknown): string {
  if (value === undefined) return 'null';
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    const entries = Object.entries(inner);
    const sorted = entries.every(([key], index) => index === 0 || entries[index - 1]![0] <= key);
    return sorted ? inner : Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
