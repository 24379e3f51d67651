import type { Unit } from '@entente/diplomacy-rules';
import { journeysOf, wayTo } from './geography.js';
import type { Situation } from './situation.js';
import { provinceData } from './situation.js';

const AT_LEAST = 3;
const AT_MOST = 8;

/**
 * Lists the nearest supply centres that a power does not own, with the way there by the unit's own moves, as if the board were empty: `SER
 * NEUTRAL 1 move; GRE NEUTRAL 2 moves by SER`. Lists at least three centres if there are that many, and all that are as near as the third, up
 * to eight.
 */
export function nearestCenters<P extends string>(situation: Situation<P>, unit: Unit, power: P): string | undefined {
  const found: string[] = [];
  let farthest = 0;
  for (const [province, step] of journeysOf(situation.geography, unit)) {
    if (found.length === AT_MOST || (found.length >= AT_LEAST && step.moves > farthest)) break;
    const owner = situation.owners.get(province);
    if (provinceData(situation, province).center !== true || owner === power) continue;
    farthest = step.moves;
    const moves = step.moves === 0 ? 'here' : step.moves === 1 ? '1 move' : `${step.moves} moves${wayTo(step)}`;
    found.push(`${step.location} ${owner === undefined ? 'NEUTRAL' : `of ${owner}`} ${moves}`);
  }
  return found.length === 0 ? undefined : found.join('; ');
}
