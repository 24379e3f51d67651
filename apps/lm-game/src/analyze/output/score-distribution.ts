import type { Moment } from '../moments/moment.js';

/** How many moments there are by interest, under the names that viewers read. */
export function scoreDistribution(moments: readonly Pick<Moment, 'interest'>[]): {
  readonly scores_9_10: number;
  readonly scores_7_8: number;
  readonly scores_4_6: number;
  readonly scores_1_3: number;
} {
  const within = (low: number, high: number): number =>
    moments.filter(({ interest }) => interest >= low && interest <= high).length;
  return { scores_9_10: within(9, 10), scores_7_8: within(7, 8), scores_4_6: within(4, 6), scores_1_3: within(1, 3) };
}
