import type { Token } from './tokenize.js';

/** A part of a text that may be an order of its own. */
export interface Clause {
  readonly tokens: readonly Token[];
  /** Whether it ends in a semicolon or line end, which separates it from the text that follows. */
  readonly isStopped: boolean;
}

/** Splits at commas, colons, full stops, semicolons and line ends, except within brackets. */
export function splitClauses(tokens: readonly Token[]): readonly Clause[] {
  const clauses: Clause[] = [];
  let current: Token[] = [];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth = Math.max(0, depth - 1);
    if (depth > 0 || (token.kind !== 'pause' && token.kind !== 'stop')) current.push(token);
    else if (current.length > 0) {
      clauses.push({ tokens: current, isStopped: token.kind === 'stop' });
      current = [];
    }
  }
  if (current.length > 0) clauses.push({ tokens: current, isStopped: true });
  return clauses;
}
