/** Shortest quote in characters that proves anything. */
const SHORTEST = 4;

/** Whether words stand in a transcript; case, quotation marks and white space make no difference. */
export function isQuoted(quote: string, transcript: readonly string[]): boolean {
  const words = normalized(quote);
  return words.length >= SHORTEST && transcript.some((line) => normalized(line).includes(words));
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
