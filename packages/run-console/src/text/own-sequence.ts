import { printableText } from '@entente/studies/tables';
import { randomInt } from 'node:crypto';

/** Known to nobody outside the process, so that no text from outside can pass for one of our sequences. */
const MARK = String(randomInt(1_000_000_000, 10_000_000_000));
const OWN = new RegExp(`\\u001b\\[${MARK};([0-9;]*[A-Za-z])`);
const OWN_SEQUENCES = new RegExp(OWN, 'g');

/**
 * A control sequence of our own, such as `31m` (red) or `K` (erase the line), as texts inside the program have it: marked, so that
 * `printableOutput` lets it through and nothing else.
 */
export function ownSequence(code: string): string {
  return `\u001b[${MARK};${code}`;
}

/** A text as it may go to a terminal: our own sequences as the terminal knows them, all other control characters as pictures. */
export function printableOutput(text: string): string {
  // Splitting by a pattern with a group gives plain text and sequences in turn.
  return text
    .split(OWN)
    .map((part, index) => (index % 2 === 0 ? printableText(part) : `\u001b[${part}`))
    .join('');
}

/** The text without our own sequences, which take no room. */
export function withoutOwnSequences(text: string): string {
  return text.replace(OWN_SEQUENCES, '');
}
