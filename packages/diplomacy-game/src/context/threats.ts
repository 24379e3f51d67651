import type { Province } from '@entente/diplomacy-rules';
import { provinceOfUnit, typeOfUnit } from '@entente/diplomacy-rules';
import type { ConvoyRoutes } from './convoy-routes.js';
import { convoyRoutes } from './convoy-routes.js';
import type { Step } from './geography.js';
import { journeysOf, wayTo } from './geography.js';
import type { Occupant, Situation } from './situation.js';
import { occupantName } from './situation.js';

/** A unit of another power, and its reach. */
export interface ForeignUnit<P extends string> {
  readonly occupant: Occupant<P>;
  readonly journeys: ReadonlyMap<Province, Step>;
  /** Convoys by fleets of other powers; a power need not fear its own fleets. */
  readonly convoys: ConvoyRoutes<P>;
}

/** Units of all other powers, in map order. Readers decide for themselves which are friends. */
export function foreignUnits<P extends string>(situation: Situation<P>, power: P): readonly ForeignUnit<P>[] {
  const foreign = [...situation.occupants.values()].filter((occupant) => occupant.power !== power);
  return foreign.map((occupant) => ({
    occupant,
    journeys: journeysOf(situation.geography, occupant.unit),
    convoys:
      typeOfUnit(occupant.unit) === 'A'
        ? convoyRoutes(situation, provinceOfUnit(occupant.unit), (owner) => owner !== power)
        : new Map(),
  }));
}

/**
 * Lists the foreign units that can reach a province in one or two moves: `1 move: A GAL of RUSSIA; 2 moves: A WAR of RUSSIA by GAL`. Moves
 * are counted as if the board were empty, convoys with the fleets that are there.
 * @returns `undefined` if there are none
 */
export function threatsTo<P extends string>(
  foreign: readonly ForeignUnit<P>[],
  province: Province,
  power: P,
): string | undefined {
  const byMoves: [inside: string[], one: string[], two: string[]] = [[], [], []];
  for (const { occupant, journeys, convoys } of foreign) {
    const name = occupantName(occupant, power);
    const step = journeys.get(province);
    const fleets = convoys.get(province);
    if (step?.moves === 0) byMoves[0].push(name);
    else if (step?.moves === 1) byMoves[1].push(name);
    else if (fleets !== undefined) byMoves[1].push(`${name} by convoy of ${fleets.map(({ unit }) => unit).join(', ')}`);
    else if (step?.moves === 2) byMoves[2].push(`${name}${wayTo(step)}`);
  }
  const titles = ['there already', '1 move', '2 moves'];
  const parts = byMoves.flatMap((names, moves) => (names.length === 0 ? [] : [`${titles[moves]!}: ${names.join(', ')}`]));
  return parts.length === 0 ? undefined : parts.join('; ');
}
