/** As long as any key, and longer than any word. */
const LONGEST_TOKEN = 500;

/**
 * The beginning of a text that somebody else wrote, `…` behind it where something was cut. A word, or what else has no space in it, that
 * goes beyond the limit is left out whole: half a key is still a secret, and nobody finds it by the key any more.
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
