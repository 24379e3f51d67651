/** Phrases by symbol; `{symbol}` within a phrase is expanded in turn. */
export type Grammar = Readonly<Record<string, readonly string[]>>;

/**
 * Draws a text from a grammar, for offline responders. A symbol keeps its first phrase for the rest of the text, so that a place named
 * twice stays the same. A `{symbol}` without an entry is left as it is.
 */
export function expandGrammar(grammar: Grammar, start: string, random: () => number): string {
  const drawn = new Map<string, string>();
  const expand = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (placeholder, symbol: string) => {
      const known = drawn.get(symbol);
      if (known !== undefined) return known;
      const phrases = grammar[symbol];
      if (!phrases || phrases.length === 0) return placeholder;
      const phrase = expand(pickFrom(phrases, random));
      drawn.set(symbol, phrase);
      return phrase;
    });
  return expand(`{${start}}`);
}

/** Writes the first letter of each sentence in upper case. */
export function asSentences(text: string): string {
  return text.replace(/(^|[.?!]\s+)(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** Draws one of several values. */
export function pickFrom<Value>(values: readonly Value[], random: () => number): Value {
  return values[Math.min(values.length - 1, Math.floor(random() * values.length))]!;
}

/** Number of words in a text for each way of treating someone. */
export interface Tone {
  readonly repair: number;
  readonly warmth: number;
  readonly conflict: number;
  readonly withdrawal: number;
}

const TONE_WORDS: { readonly [Kind in keyof Tone]: RegExp } = {
  repair:
    /\b(apologi[sz]\w*|sorry|forgiv\w*|make amends|makes amends|start over|own up|listen\w*|admit\w*|mend(?:ed|s)?|make up|closer)\b/gi,
  warmth: /\b(hand|hold|hug|embrac\w*|kiss\w*|thank\w*|laugh\w*|tender\w*|smil\w*|gentl\w*|proud|promise|together|warm\w*)\b/gi,
  conflict:
    /\b(snap|accus\w*|slam\w*|shout\w*|blam\w*|mock\w*|insult\w*|ultimatum|resent\w*|bitter\w*|sarcas\w*|demand\w*|quarrel\w*)\b/gi,
  withdrawal:
    /\b(walk out|turn away|leave the room|change the subject|silence|silent|shut\w*|avoid\w*|retreat\w*|distan\w*|shrug\w*|unmended|apart)\b/gi,
};

/** Reads the tone of a text by its words; offline responders judge events by it. */
export function readTone(text: string): Tone {
  const count = (kind: keyof Tone) => text.match(TONE_WORDS[kind])?.length ?? 0;
  return { repair: count('repair'), warmth: count('warmth'), conflict: count('conflict'), withdrawal: count('withdrawal') };
}

/** Balance of a tone, from -1 (only strain) through 0 (neither, or both equally) to 1 (only warmth and repair). */
export function toneBalance({ repair, warmth, conflict, withdrawal }: Tone): number {
  const total = repair + warmth + conflict + withdrawal;
  return total === 0 ? 0 : (repair + warmth - conflict - withdrawal) / total;
}
