import { wordsOf } from '../memory/words-of.js';

/**
 * Returns whether a description tells a fact already, so that a card need not repeat it: each word of the fact occurs, by its beginning
 * (`boat restorer` in "restores wooden boats", `31` in "Maya, 31,").
 */
export function isToldIn(description: string, fact: string): boolean {
  const told = wordsOf(description);
  const wanted = wordsOf(fact);
  return wanted.length > 0 && wanted.every((word) => told.some((each) => isSame(each, word)));
}

/** Number of letters at the end that may differ. */
const ENDING = 3;

function isSame(told: string, wanted: string): boolean {
  return /\d/.test(wanted) ? told === wanted : told.startsWith(wanted.slice(0, Math.max(ENDING, wanted.length - ENDING)));
}
