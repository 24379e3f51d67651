import type { PhaseJudged } from '../analysis-facts.js';
import type { Moment } from './moment.js';

/** Returns the moments of highest interest; equal ones stay in the order of the game. */
export const topMoments = (judged: readonly PhaseJudged[], most: number): readonly Moment[] =>
  judged
    .flatMap(({ moments }) => moments ?? [])
    .toSorted((a, b) => b.interest - a.interest)
    .slice(0, most);
