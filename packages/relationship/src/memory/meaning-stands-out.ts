import type { RecallCandidate, RecallCue } from './recall-candidate.js';
import { wordFamily } from './word-family.js';
import { wordsOf } from './words-of.js';
import { wordsStandOut } from './words-stand-out.js';

/** Least distance above the mean of all candidates from which a cosine stands out. */
const ABOVE_MEAN = 0.03;

/**
 * Builds the question whether the meaning of a candidate stands out. By vectors, its cosine lies more than a standard deviation above the
 * mean of all candidates, since models differ in what they give unrelated texts. By words, it must share enough with the cue
 * (`wordsStandOut`): an index alone would always find something, since some memory is always the best.
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
  const memories = candidates.map(({ memory }) => memory);
  const standsOut = wordsStandOut(memories, cue.text, familiesOf(cue.background ?? []));
  return ({ memory }) => standsOut(memory);
}

/** Families of the words of the background; both partners recall against the same one, and it changes with the facts of the couple only. */
function familiesOf(background: readonly string[]): ReadonlySet<string> {
  const known = FAMILIES.get(background) ?? new Set(background.flatMap(wordsOf).map(wordFamily));
  FAMILIES.set(background, known);
  return known;
}

const FAMILIES = new WeakMap<readonly string[], ReadonlySet<string>>();

function barAbove(meanings: readonly number[]): number {
  const mean = meanings.reduce((sum, meaning) => sum + meaning, 0) / meanings.length;
  const variance = meanings.reduce((sum, meaning) => sum + (meaning - mean) ** 2, 0) / meanings.length;
  return mean + Math.max(ABOVE_MEAN, Math.sqrt(variance));
}
