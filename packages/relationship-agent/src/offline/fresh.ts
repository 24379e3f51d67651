import { pickFrom } from '@entente/relationship/offline';

/**
 * Draws one of several phrases with slots, of those that do not stand in the history yet, whatever filled their slots; of all if every one
 * does.
 */
export function pickFresh(phrases: readonly string[], history: string, random: () => number): string {
  const unused = phrases.filter((phrase) => phrase === '' || !history.includes(longestPiece(phrase)));
  return pickFrom(unused.length > 0 ? unused : phrases, random);
}

function longestPiece(phrase: string): string {
  const [longest = phrase] = phrase.split(/\{\w+\}/).toSorted((a, b) => b.length - a.length);
  return longest.length < SHORTEST ? phrase : longest.trim();
}

/** Shorter pieces occur in many phrases. */
const SHORTEST = 8;

/** Phrases that do not claim more than a text shows: no apology without one, no touch without one. */
export function phrasesTrueOf(phrases: readonly string[], text: string): readonly string[] {
  const fitting = phrases.filter((phrase) => CLAIMS.every(([claim, evidence]) => !claim.test(phrase) || evidence.test(text)));
  return fitting.length > 0 ? fitting : phrases;
}

const CLAIMS: readonly (readonly [claim: RegExp, evidence: RegExp])[] = [
  [/sorry|apolog/i, /sorry|apologi/i],
  [/own(?:s|ed)? up|took it back/i, /sorry|wrong|fault|admit|take (?:that|it) back|own(?:s|ed)? up/i],
  [/touched|reached/i, /\b(?:hand|arms?|kiss\w*|hug|palm|shoulder|strand|holds?|takes?)\b/i],
  [/\bloud\b|neighbours/i, /shout|slam|loud|rising|!/i],
];
