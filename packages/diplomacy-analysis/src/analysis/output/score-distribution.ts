import type { Moment } from '../moments/moment.js';

/** Numbers of moments by range of interest. */
export type ScoreDistribution = Readonly<Record<'9-10' | '7-8' | '4-6' | '1-3', number>>;

/** Counts moments by interest. A score between two ranges, such as 6.5, belongs to the lower one, so that every moment counts once. */
export function scoreDistribution(moments: readonly Pick<Moment, 'interest'>[]): ScoreDistribution {
  const counts = { '9-10': 0, '7-8': 0, '4-6': 0, '1-3': 0 };
  for (const { interest } of moments) counts[interest >= 9 ? '9-10' : interest >= 7 ? '7-8' : interest >= 4 ? '4-6' : '1-3']++;
  return counts;
}
