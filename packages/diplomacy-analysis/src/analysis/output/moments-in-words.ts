import { type Moment, MOMENT_CATEGORIES, type MomentCategory } from '../moments/moment.js';

/** Titles for people. */
export const CATEGORY_TITLES: Readonly<Record<MomentCategory, string>> = {
  BETRAYAL: 'Betrayals',
  COLLABORATION: 'Collaborations',
  PLAYING_BOTH_SIDES: 'Playing both sides',
  BRILLIANT_STRATEGY: 'Brilliant strategies',
  STRATEGIC_BLUNDER: 'Strategic blunders',
};

/** Counts the moments of each category, and those of high interest among them. */
export function countByCategory(
  moments: readonly Moment[],
): readonly { readonly category: MomentCategory; readonly count: number; readonly high: number }[] {
  return MOMENT_CATEGORIES.map((category) => {
    const own = moments.filter((moment) => moment.category === category);
    return { category, count: own.length, high: own.filter(({ interest }) => interest >= HIGH_INTEREST).length };
  });
}

/** Minimum score of a moment of high interest. */
export const HIGH_INTEREST = 7;

/** Agreement, deed and impact of a moment, a line each. Empty ones are left out. */
export const momentLines = ({ agreement, action, impact }: Moment): readonly string[] => [
  ...(agreement === '' ? [] : [`Agreed: ${agreement}`]),
  ...(action === '' ? [] : [`Done: ${action}`]),
  ...(impact === '' ? [] : [`Changed: ${impact}`]),
];

/** Numbers of moments by range of interest. */
export type ScoreDistribution = Readonly<Record<'9-10' | '7-8' | '4-6' | '1-3', number>>;

/** Counts moments by interest. A score between two ranges, such as 6.5, belongs to the lower one, so that every moment counts once. */
export function scoreDistribution(moments: readonly Pick<Moment, 'interest'>[]): ScoreDistribution {
  const counts = { '9-10': 0, '7-8': 0, '4-6': 0, '1-3': 0 };
  for (const { interest } of moments) counts[interest >= 9 ? '9-10' : interest >= 7 ? '7-8' : interest >= 4 ? '4-6' : '1-3']++;
  return counts;
}
