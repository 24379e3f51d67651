/** Smallest number of words that prove anything. */
const FEWEST = 3;

/** Whether three words or more stand in one of several texts; case, quotation marks and white space make no difference. */
export function isQuoted(quote: string, texts: readonly string[]): boolean {
  const words = normalized(quote);
  return words.split(' ').length >= FEWEST && texts.some((text) => normalized(text).includes(words));
}

function normalized(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/["'“”„‘’‚«»‹›`]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.…]+|[\s.…]+$/g, '')
    .trim();
}
