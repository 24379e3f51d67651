import type { UnitSpot } from '../../map/map-index.js';
import type { Dislodgement, PowerUnit } from '../../values/outcome.js';
import type { ByPower } from '../../values/power.js';
import type { Location, Province, Unit } from '../../values/unit.js';
import { NONE } from '../board.js';
import type { Battle } from './battle.js';
import { MOVE, NO, YES } from './battle.js';
import { isHeadToHead } from './decisions.js';

/** Where everybody is once the moves are made. */
export interface Aftermath<P extends string> {
  readonly units: ByPower<readonly Unit[], P>;
  /** The dislodged units that have somewhere to go; left out if there are none. */
  readonly retreats: ByPower<Readonly<Record<Unit, readonly Location[]>>, P> | undefined;
  readonly dislodged: readonly Dislodgement<P>[];
  /** By unit: the unit that dislodged it, or `NONE`. */
  readonly dislodger: Int16Array;
  readonly contested: readonly Province[];
}

/** Makes the moves that succeeded, finds who was dislodged and where they may retreat to. */
export function aftermathOf<P extends string>(battle: Battle, powers: readonly P[]): Aftermath<P> {
  const { board, index, count, action, moves, into } = battle;
  const dislodger = new Int16Array(count).fill(NONE);
  const occupied = new Uint8Array(index.provinceCount);
  for (let unit = 0; unit < count; unit += 1) {
    if (action[unit] === MOVE && moves[unit] === YES) {
      const goal = into[unit] as number;
      occupied[goal] = 1;
      const occupant = board.unitAt[goal] as number;
      if (occupant !== NONE && !(action[occupant] === MOVE && moves[occupant] === YES)) dislodger[occupant] = unit;
    } else occupied[battle.province[unit] as number] = 1;
  }

  const lists = powers.map((): Unit[] => []);
  const fallen: number[] = [];
  for (let unit = 0; unit < count; unit += 1) {
    const moved = action[unit] === MOVE && moves[unit] === YES;
    if (dislodger[unit] !== NONE) fallen.push(unit);
    else
      (lists[battle.power[unit] as number] as Unit[]).push(
        moved ? landedUnit(battle, unit) : (board.spots[unit] as UnitSpot).unit,
      );
  }
  const contested = fallen.length === 0 && !hasBounce(battle) ? [] : contestedProvinces(battle, occupied);
  const dislodged = fallen.map((unit) =>
    dislodgementOf<P>(battle, unit, { attacker: dislodger[unit] as number, occupied, contested, powers }),
  );

  const units = {} as Record<P, readonly Unit[]>;
  powers.forEach((power, at) => {
    units[power] = lists[at] as Unit[];
  });
  const someRetreat = dislodged.some((fall) => fall.retreats.length > 0);
  const retreats = someRetreat ? retreatsOf(dislodged, powers) : undefined;
  return { units, retreats, dislodged, dislodger, contested: contested.map((province) => index.locations[province] as string) };
}

function retreatsOf<P extends string>(
  dislodged: readonly Dislodgement<P>[],
  powers: readonly P[],
): ByPower<Readonly<Record<Unit, readonly Location[]>>, P> {
  const rows = powers.map((power): [P, Readonly<Record<Unit, readonly Location[]>>] => {
    const own = dislodged.filter((fall) => fall.power === power && fall.retreats.length > 0);
    return [power, Object.fromEntries(own.map(({ unit, retreats }) => [unit, retreats]))];
  });
  return Object.fromEntries(rows) as Record<P, Readonly<Record<Unit, readonly Location[]>>>;
}

function landedUnit(battle: Battle, unit: number): Unit {
  const { type } = battle.board.spots[unit] as UnitSpot;
  return (battle.index.spotAt[type][battle.landing[unit] as number] as UnitSpot).unit;
}

function hasBounce({ count, action, moves }: Battle): boolean {
  for (let unit = 0; unit < count; unit += 1) if (action[unit] === MOVE && moves[unit] === NO) return true;
  return false;
}

/** Provinces that stayed empty because moves into them stood each other off. */
function contestedProvinces(battle: Battle, occupied: Uint8Array): number[] {
  const contested = new Set<number>();
  for (let unit = 0; unit < battle.count; unit += 1) {
    if (battle.action[unit] !== MOVE || battle.moves[unit] === YES || battle.routes[unit] !== YES) continue;
    const goal = battle.into[unit] as number;
    if (occupied[goal] === 1) continue;
    // Whoever was beaten head to head had no effect on the province it wanted.
    const occupant = battle.board.unitAt[goal] as number;
    if (isHeadToHead(battle, unit, occupant) && battle.moves[occupant] === YES) continue;
    contested.add(goal);
  }
  return [...contested].sort((a, b) => a - b);
}

interface Fall<P> {
  readonly attacker: number;
  readonly occupied: Uint8Array;
  readonly contested: readonly number[];
  readonly powers: readonly P[];
}

function dislodgementOf<P extends string>(
  battle: Battle,
  unit: number,
  { attacker, occupied, contested, powers }: Fall<P>,
): Dislodgement<P> {
  const { index, board } = battle;
  const spot = board.spots[unit] as UnitSpot;
  const from = battle.province[attacker] as number;
  const retreats: Location[] = [];
  for (const location of index.neighbors[spot.type][spot.location] as readonly number[]) {
    const province = index.provinceOf[location] as number;
    if (occupied[province] === 1 || contested.includes(province)) continue;
    // Not where the attacker came from, unless it came by convoy (DATC 4.A.5).
    if (province === from && battle.byConvoy[attacker] === 0) continue;
    retreats.push(index.locations[location] as string);
  }
  return {
    power: powers[battle.power[unit] as number] as P,
    unit: spot.unit,
    by: powerUnit(battle, attacker),
    from: index.locations[from] as string,
    retreats,
  };
}

/** A unit with its power, as it stood before the moves. */
export const powerUnit = <P extends string>({ board, index, power }: Battle, unit: number): PowerUnit<P> => ({
  power: index.powers[power[unit] as number] as P,
  unit: (board.spots[unit] as UnitSpot).unit,
});
