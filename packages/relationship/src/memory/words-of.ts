const RUN_OF_LETTERS = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts that put no space between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Words of a text in any language, in small letters, in the order of the text. A run of a script without spaces counts as its pairs of
 * neighbouring letters, so that it can be compared without a dictionary.
 */
export function wordsOf(text: string): readonly string[] {
  const runs = text.normalize('NFKC').toLowerCase().match(RUN_OF_LETTERS) ?? [];
  return runs.flatMap((run) => (isUnspaced(run) ? pairsOf([...run]) : [run]));
}

/** Whether a word has letters of a script that puts no space between words. */
export function isUnspaced(word: string): boolean {
  return UNSPACED.test(word);
}

/** Whether one of several texts contains the words of another one, next to each other and in their order. All are spelled out. */
export function isContainedIn(wanted: string, texts: readonly string[]): boolean {
  return wanted.trim() !== '' && texts.some((text) => text.includes(wanted));
}

/** Words of a text, with one space before, after and between them. */
export function spelledOut(text: string): string {
  return ` ${wordsOf(text).join(' ')} `;
}

/** Share of words that two texts have in common, 0 to 1: those in both by those in either. */
export function commonWords(a: string, b: string): number {
  const [first, second] = [new Set(wordsOf(a)), new Set(wordsOf(b))];
  const common = [...first].filter((word) => second.has(word)).length;
  return common === 0 ? 0 : common / (first.size + second.size - common);
}

function pairsOf(letters: readonly string[]): readonly string[] {
  return letters.length === 1 ? letters : letters.slice(1).map((letter, index) => letters[index] + letter);
}
