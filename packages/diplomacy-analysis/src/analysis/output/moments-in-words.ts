import { MOMENT_CATEGORIES, type Moment, type MomentCategory } from '../moments/moment.js';

/** Titles for people. */
export const CATEGORY_TITLES: Readonly<Record<MomentCategory, string>> = {
  BETRAYAL: 'Betrayals',
  COLLABORATION: 'Collaborations',
  PLAYING_BOTH_SIDES: 'Playing both sides',
  BRILLIANT_STRATEGY: 'Brilliant strategies',
  STRATEGIC_BLUNDER: 'Strategic blunders',
};

/** How many moments there are of each kind, and how many of these are of high interest. */
export function countByCategory(
  moments: readonly Moment[],
): readonly { readonly category: MomentCategory; readonly count: number; readonly high: number }[] {
  return MOMENT_CATEGORIES.map((category) => {
    const own = moments.filter((moment) => moment.category === category);
    return { category, count: own.length, high: own.filter(({ interest }) => interest >= HIGH_INTEREST).length };
  });
}

/** From here on a moment is one of high interest. */
export const HIGH_INTEREST = 7;

/** What was agreed, done and changed, a line each; what is empty is left out. */
export const momentLines = ({ agreement, action, impact }: Moment): readonly string[] => [
  ...(agreement === '' ? [] : [`Agreed: ${agreement}`]),
  ...(action === '' ? [] : [`Done: ${action}`]),
  ...(impact === '' ? [] : [`Changed: ${impact}`]),
];
