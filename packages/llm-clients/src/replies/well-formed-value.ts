/** A value with half characters (lone surrogates) in its texts and keys replaced by U+FFFD; itself where there are none. */
export function wellFormedValue(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value !== 'object' || value === null) return value;
  // Escapes of single halves are the only way in for them, and rare: `JSON.stringify` writes them out again.
  if (!/\\ud[89a-f]/i.test(JSON.stringify(value))) return value;
  return mended(value);
}

// Depth is bounded where values are read.
function mended(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(mended);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.toWellFormed(), mended(item)]));
}
