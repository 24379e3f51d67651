const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Longer than any picture that people send: a family of five is 14 units long. */
const LONGEST_GRAPHEME = 64;

/**
 * The beginning of a text, at most `most` UTF-16 units long, cut between two characters as a reader sees them: an emoji or
 * an accented letter is whole or gone. The result is well-formed Unicode.
 */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text.toWellFormed();
  return text.slice(0, Math.max(0, borderBefore(text, most))).toWellFormed();
}

/** The end of a text, cut as `cutText` cuts. */
export function cutTextStart(text: string, most: number): string {
  if (text.length <= most) return text.toWellFormed();
  const at = text.length - most;
  const before = borderBefore(text, at);
  return text.slice(before === at ? at : borderAfter(text, at)).toWellFormed();
}

/** The last border between two graphemes at or before `at`. */
function borderBefore(text: string, at: number): number {
  if (at <= 0) return 0;
  return at - windowAround(text, at).cutOff;
}

function borderAfter(text: string, at: number): number {
  return at + windowAround(text, at).rest;
}

/** Splits the length of the grapheme at `at` into the part before it and the rest. */
function windowAround(text: string, at: number): { readonly cutOff: number; readonly rest: number } {
  const start = Math.max(0, at - LONGEST_GRAPHEME);
  const window = text.slice(start, at + LONGEST_GRAPHEME);
  const found = graphemes.segment(window).containing(at - start);
  if (found === undefined) return { cutOff: 0, rest: 0 };
  const cutOff = at - start - found.index;
  return cutOff === 0 ? { cutOff: 0, rest: 0 } : { cutOff, rest: found.segment.length - cutOff };
}
