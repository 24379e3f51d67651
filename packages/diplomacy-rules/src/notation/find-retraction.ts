import { meaningOf } from './order-words.js';
import type { Token } from './tokenize.js';

const RETRACTIONS: ReadonlySet<string> = new Set(
  (
    'IF UNLESS WHEN WHENEVER ONCE UNTIL NEVER INSTEAD RATHER EXCEPT WITHOUT IGNORE IGNORED CANCEL CANCELS CANCELED CANCELLED CANCELING ' +
    'CANCELLING REVOKE REVOKED UNDO VOID WITHDRAWN AVOID'
  ).split(' '),
);

/**
 * The word by which a comment takes back the order behind it, or makes it hang on something: `Not: A PAR - BUR`,
 * `If A MUN - BUR, A PAR H`, `Cancelled: A PAR - BUR`. Null where there is none.
 */
export function findRetraction(tokens: readonly Token[]): Token | null {
  const isRetraction = (token: Token): boolean =>
    token.kind === 'word' && (RETRACTIONS.has(token.spelling) || meaningOf(token.spelling) === 'no');
  return tokens.find(isRetraction) ?? null;
}
