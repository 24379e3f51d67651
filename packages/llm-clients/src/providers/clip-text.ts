/** As long as any key, and longer than any word. */
const LONGEST_TOKEN = 500;

/**
 * Cuts a foreign text, with `…` in place of the rest. A word (anything without a space) that crosses the limit is left out whole:
 * half a key is still a secret, and scrubbing for the key would no longer find it.
 */
export function clipText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept = text.slice(0, limit);
  if (!isPartOfWord(text[limit]!)) return `${kept.replace(/[\ud800-\udbff]$/, '')}…`;
  let end = limit;
  while (end > 0 && limit - end < LONGEST_TOKEN && isPartOfWord(kept[end - 1]!)) end -= 1;
  return `${kept.slice(0, end)}…`;
}

/** Signs that a key, or an escape in one, may be made of: those that a header can hold, without the space. */
function isPartOfWord(sign: string): boolean {
  return sign > ' ' && sign <= '\u00ff' && sign !== '\u00a0';
}
