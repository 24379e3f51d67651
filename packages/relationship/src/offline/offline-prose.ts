export { sentencesOf } from './lead-in.js';
export { type Plan, plansIn, saysYes } from './read-plan.js';
export { mainTone, readTone, type ToneKind, toneBalance } from './read-tone.js';

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
