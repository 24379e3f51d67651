import type { Power } from '@entente/diplomacy-rules';
import { pickByWeight } from './pick.js';
import type { Board } from './read-board.js';
import { isAlive, neighborsOfPower } from './surroundings.js';

export interface Sides {
  readonly target: Power | null;
  readonly partner: Power | null;
}

/** Distance in moves from which a power is no neighbour. */
const NEAR = 4;

/**
 * Chooses a target and a partner: a disliked, weak or leading power nearby, and a liked power near that one. Earlier choices are kept while
 * they make sense.
 */
export function chooseSides(
  {
    board,
    self,
    regard,
    before,
  }: { readonly board: Board; readonly self: Power; readonly regard: (power: Power) => number; readonly before: Sides },
  random: () => number,
): Sides {
  const near = neighborsOfPower(board, self).filter(({ moves }, at) => moves <= NEAR || at < 3);
  const targetWeight = ({ power, moves }: { readonly power: Power; readonly moves: number }): number => {
    const liking = regard(power);
    if (liking >= 2) return 0;
    const count = board.centers[power].length;
    const appeal = count <= 2 ? 1.4 : count >= 10 ? 1.8 : 1;
    return (appeal * 3 ** -liking * (power === before.target ? 2.5 : 1)) / Math.max(1, moves);
  };
  const target = pickByWeight(near, targetWeight, random)?.power ?? null;
  const partnerWeight = ({ power, moves }: { readonly power: Power; readonly moves: number }): number =>
    power === target || regard(power) < 0 ? 0 : (2 ** regard(power) * (power === before.partner ? 2.5 : 1)) / Math.max(1, moves);
  const kept =
    before.partner !== null && before.partner !== target && isAlive(board, before.partner) && regard(before.partner) >= 1;
  return { target, partner: kept ? before.partner : (pickByWeight(near, partnerWeight, random)?.power ?? null) };
}
