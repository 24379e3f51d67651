import { BRACKET_READINGS, type LooseValue, parseLoosely } from './parse-loosely.js';
import { QUOTE_READINGS, type QuoteReading } from './read-string.js';

export type MendedValue = Extract<LooseValue, { readonly ok: true }>;
export type UnreadValue = Extract<LooseValue, { readonly ok: false }>;

/**
 * Reads the value that begins at `start` in every possible reading of its quotes and brackets. Returns it if all readings agree
 * on one value, and nothing if two remain.
 * @param isWhole whether a reading leaves nothing over around the value
 */
export function mendValue(
  text: string,
  start: number,
  isWhole: (read: MendedValue, quotes: QuoteReading) => boolean,
): { readonly read: MendedValue | UnreadValue; /** How many characters were gone over. */ readonly cost: number } {
  const found = new Map<string, MendedValue>();
  let unread: UnreadValue | undefined;
  let cost = 0;
  let hasQuotes = false;
  for (const quotes of QUOTE_READINGS) {
    // Any kind of quote may close a string only where nothing else can be made of the text.
    if (quotes === 'mixed' && found.size > 0) break;
    let isPlain = false;
    for (const brackets of BRACKET_READINGS) {
      const read = parseLoosely(text, start, { quotes, brackets });
      cost += read.visited - start;
      hasQuotes ||= read.hasQuotes;
      if (!read.ok) {
        if (unread === undefined || read.end > unread.end) unread = read;
      } else if (isWhole(read, quotes)) {
        const json = JSON.stringify(read.value);
        if (!found.has(json)) found.set(json, read);
        isPlain ||= !read.joins && !read.byBrackets;
      } else unread ??= { ...read, ok: false, problem: 'not-understood' };
      if (!read.byBrackets) break;
    }
    if (isPlain || !hasQuotes) break;
  }
  const [only, another] = found.values();
  if (only !== undefined && another === undefined) return { read: only, cost };
  if (only !== undefined) return { read: { ...only, ok: false, problem: 'two-readings' }, cost };
  return { read: unread!, cost };
}
