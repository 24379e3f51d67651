import { isPreposition, meaningOf } from './order-words.js';
import type { PlaceNames } from './place-names.js';
import type { Token } from './tokenize.js';

/** Removes brackets but keeps their content: `SPA (NC)` becomes `SPA/NC`, `A PAR S (A MAR - BUR)` loses two signs. */
export function openBrackets(tokens: readonly Token[], names: PlaceNames): readonly Token[] {
  if (!tokens.some(isBracket)) return tokens;
  return tokens.flatMap((token, at): readonly Token[] => {
    if (token.kind === 'open' && isCoast(tokens, at, names)) return [{ ...token, kind: 'slash' }];
    return isBracket(token) ? [] : [token];
  });
}

/**
 * Removes brackets with their content, a comment as in `A PAR - BUR (attack)`, but keeps coasts. Null if there is no comment: no brackets,
 * or content that begins with a dash and so is part of the order, or that retracts the order.
 */
export function dropBrackets(tokens: readonly Token[], names: PlaceNames): readonly Token[] | null {
  const kept: Token[] = [];
  let depth = 0;
  let dropped = false;
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'open' && depth === 0 && isCoast(tokens, at, names)) kept.push({ ...token, kind: 'slash' });
    else if (token.kind === 'open') {
      if (tokens[at + 1]?.kind === 'dash' || isRetracted(tokens, at)) return null;
      depth++;
      dropped = true;
    } else if (token.kind === 'close') depth = Math.max(0, depth - 1);
    else if (depth === 0) kept.push(token);
  }
  return dropped ? kept : null;
}

/** `A PAR - BUR (not)`, `A PAR - BUR (cancelled)`: only a word that retracts the order. */
const isRetracted = (tokens: readonly Token[], open: number): boolean =>
  tokens[open + 2]?.kind === 'close' && findRetraction(tokens.slice(open + 1, open + 2)) !== null;

const isBracket = ({ kind }: Token): boolean => kind === 'open' || kind === 'close';

/** Whether the content of the first brackets begins with a word that continues the text before: `(to BUR)`, `(via convoy)`. */
export function isContinuedInBrackets(tokens: readonly Token[]): boolean {
  const first = tokens[tokens.findIndex(({ kind }) => kind === 'open') + 1];
  const meaning = first?.kind === 'word' ? meaningOf(first.spelling) : undefined;
  return meaning !== undefined && isPreposition(meaning);
}

/** Whether the bracket that opens here holds a coast and nothing else. */
function isCoast(tokens: readonly Token[], open: number, names: PlaceNames): boolean {
  let coast = '';
  for (let at = open + 1; at < Math.min(tokens.length, open + 4); at++) {
    const token = tokens[at]!;
    if (token.kind === 'word') coast += token.spelling;
    else return token.kind === 'close' && (names.coasts.has(coast) || names.coastsAfterSlash.has(coast));
  }
  return false;
}

const RETRACTIONS: ReadonlySet<string> = new Set(
  (
    'IF UNLESS WHEN WHENEVER ONCE UNTIL NEVER INSTEAD RATHER EXCEPT WITHOUT IGNORE IGNORED CANCEL CANCELS CANCELED CANCELLED CANCELING ' +
    'CANCELLING REVOKE REVOKED UNDO VOID WITHDRAWN AVOID'
  ).split(' '),
);

/**
 * Finds the word by which a comment retracts the order behind it, or makes it conditional: `Not: A PAR - BUR`, `If A MUN - BUR, A PAR H`,
 * `Cancelled: A PAR - BUR`. Null if there is none.
 */
export function findRetraction(tokens: readonly Token[]): Token | null {
  const isRetraction = (token: Token): boolean =>
    token.kind === 'word' && (RETRACTIONS.has(token.spelling) || meaningOf(token.spelling) === 'no');
  return tokens.find(isRetraction) ?? null;
}
