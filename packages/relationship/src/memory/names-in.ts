import { wordsOf } from './words-of.js';

const NAME = /(?<=[\p{L}\p{M},;:] )\p{Lu}[\p{L}\p{M}]+/gu;
const ANY_WORD = /(?<=[\p{L}\p{M},;:] )\p{L}+/gu;

/** Share of words with a capital within sentences from which a capital marks no name, as in German. */
const TOO_MANY = 0.25;

/** Returns the words of a text that have a capital within a sentence: names, unless the language gives capitals to other words too. */
export function namesIn(text: string): readonly string[] {
  const names = text.match(NAME) ?? [];
  const words = text.match(ANY_WORD) ?? [];
  return names.length > words.length * TOO_MANY ? [] : names.flatMap(wordsOf);
}
