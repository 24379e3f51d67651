/** Number of words in a row that give a secret away. */
const RUN = 6;
/** Secrets of fewer words are too common to look for. */
const SHORTEST = 4;
/** Runs such as `not to be the one who`, which two texts share by chance. */
const OF_SMALL_WORDS = /^[a-z]{1,3}(?: [a-z]{1,3})*$/;

/** A text that one partner alone may read, or that both read, with its name in the reply. */
export interface ReadText {
  readonly name: string;
  readonly text: string;
}

/**
 * Returns the complaint about the first text that repeats six or more words in a row (or the whole) of a secret whose owner does not read
 * it alone. Words that are `known` to both already give nothing away. Case, punctuation and quotation marks make no difference.
 */
export function complaintAboutLeaks(
  texts: readonly ReadText[],
  secrets: readonly string[],
  known: readonly string[] = [],
): string | undefined {
  if (texts.every(({ text }) => text === '')) return undefined;
  const runs = secrets.flatMap((secret) => runsOf(secret));
  let open: string | undefined; // words that both know, read only once something may have been given away
  const isOpen = (run: string): boolean => (open ??= ` ${known.map(normalized).join(' | ')} `).includes(` ${run} `);
  for (const { name, text } of texts) {
    if (text === '') continue;
    const words = ` ${normalized(text)} `;
    const leaked = runs.find((run) => words.includes(` ${run} `) && !isOpen(run));
    if (leaked !== undefined)
      return `${name}: "${leaked}" gives away what one of them alone knows; leave it out, unless it was said aloud: then put it as it was said`;
  }
  return undefined;
}

/** Share of a secret's longer words that tells it, their least number, and their least length in letters. */
const TELLING = { share: 0.4, words: 3, letters: 4 };

/** Returns whether one of several texts tells a secret: four words in a row of it, in whatever person, or much of its longer words in any order. */
export function tells(texts: readonly string[], secret: string): boolean {
  if (texts.length === 0) return false;
  const runs = runsOf(secret, SHORTEST);
  const long = [...new Set(normalized(secret).split(' '))].filter((word) => word.length >= TELLING.letters);
  return texts.some((text) => {
    const words = ` ${normalized(text)} `;
    if (runs.some((run) => words.includes(` ${run} `))) return true;
    const said = long.filter((word) => words.includes(` ${word} `)).length;
    return said >= TELLING.words && said >= TELLING.share * long.length;
  });
}

/** Runs of `most` words in a text; of a shorter text the whole. */
function runsOf(text: string, most: number = RUN): readonly string[] {
  const words = normalized(text).split(' ');
  if (words.length < SHORTEST) return [];
  const length = Math.min(most, words.length);
  const runs = Array.from({ length: words.length - length + 1 }, (_, at) => words.slice(at, at + length).join(' '));
  return runs.filter((run) => !OF_SMALL_WORDS.test(run));
}

function normalized(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’‘]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
