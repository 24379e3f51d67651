import type { RecallCandidate, RecallCue } from './recall-candidate.js';
import { wordsOf } from './words-of.js';
import { wordsOfMemory } from './words-of-memory.js';

/** Least distance above the mean of all candidates from which a cosine stands out. */
const ABOVE_MEAN = 0.03;

/** Weight of words from which an overlap stands out: about one word of four letters, or a shorter one that the cue repeats. */
const ENOUGH = 0.6;

/** Letters from which a word counts in full. */
const FULL_FROM = 6;

/**
 * Builds the question whether the meaning of a candidate stands out. By vectors, its cosine lies more than a standard deviation above the
 * mean of all candidates, since models differ in what they give unrelated texts. By words, it shares with the cue words that neither the
 * other memories nor the background have, long words and words that the cue repeats counting more: an index alone would always find
 * something, since some memory is always the best.
 * @param cosines of the candidates with the cue, in their order; undefined if words decide
 */
export function meaningStandsOut(
  candidates: readonly RecallCandidate[],
  cosines: readonly number[] | undefined,
  cue: RecallCue,
): (candidate: RecallCandidate) => boolean {
  if (cosines !== undefined) {
    const bar = cosines.length < 3 ? 0 : barAbove(cosines);
    const meaningOf = new Map(candidates.map((candidate, index) => [candidate, cosines[index] ?? 0]));
    return (candidate) => (meaningOf.get(candidate) ?? 0) > bar;
  }
  const common = commonWordsOf(cue.background ?? []);
  const words = candidates.map(({ memory }) => wordsOfMemory(memory).different);
  const owners = new Map<string, number>();
  for (const own of words) for (const word of own) owners.set(word, (owners.get(word) ?? 0) + 1);
  const inCue = wordsOf(cue.text);
  const wordsOfCandidate = new Map(candidates.map((candidate, index) => [candidate, words[index]]));
  return (candidate) => {
    const own = wordsOfCandidate.get(candidate);
    const special = inCue.filter((word) => own?.has(word) && owners.get(word) === 1 && !common.has(word));
    return special.reduce((sum, word) => sum + Math.min(word.length, FULL_FROM) / FULL_FROM, 0) >= ENOUGH;
  };
}

/** Words of the background; both partners recall against the same one, and it changes with the facts of the couple only. */
function commonWordsOf(background: readonly string[]): ReadonlySet<string> {
  const known = COMMON_WORDS.get(background) ?? new Set(background.flatMap(wordsOf));
  COMMON_WORDS.set(background, known);
  return known;
}

const COMMON_WORDS = new WeakMap<readonly string[], ReadonlySet<string>>();

function barAbove(meanings: readonly number[]): number {
  const mean = meanings.reduce((sum, meaning) => sum + meaning, 0) / meanings.length;
  const variance = meanings.reduce((sum, meaning) => sum + (meaning - mean) ** 2, 0) / meanings.length;
  return mean + Math.max(ABOVE_MEAN, Math.sqrt(variance));
}
