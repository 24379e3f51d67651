import type { Dislodgement, PowerUnit } from '../../values/outcome.js';
import type { ByPower } from '../../values/power.js';
import type { Location, Province, Unit } from '../../values/unit.js';
import { NONE } from '../../board/board.js';
import type { Battle } from './movement-phase.js';
import { MOVE, YES } from './movement-phase.js';
import { isHeadToHead } from './decisions.js';

/** Where everybody is once the moves are made. */
export interface Aftermath<P extends string> {
  readonly units: ByPower<readonly Unit[], P>;
  /** The dislodged units that have somewhere to go; left out if there are none. */
  readonly retreats: ByPower<Readonly<Record<Unit, readonly Location[]>>, P> | undefined;
  readonly dislodged: readonly Dislodgement<P>[];
  readonly contested: readonly Province[];
}

const NOTHING: readonly never[] = Object.freeze([]);

/** Makes the moves that succeeded, finds who was dislodged and where they may retreat to. */
export function aftermathOf<P extends string>(battle: Battle, powers: readonly P[]): Aftermath<P> {
  makeMoves(battle);
  const units = {} as Record<P, readonly Unit[]>;
  let fallen = 0;
  let unit = 0;
  for (let power = 0; power < powers.length; power += 1) {
    const own: Unit[] = [];
    for (; unit < battle.count && battle.power[unit] === power; unit += 1) {
      if (battle.dislodger[unit] === NONE) own.push(standingUnit(battle, unit));
      else fallen += 1;
    }
    units[powers[power]!] = own;
  }
  const contested = contestedProvinces(battle);
  const dislodged = fallen === 0 ? NOTHING : dislodgementsOf<P>(battle, contested);
  return {
    units,
    retreats: dislodged.some((fall) => fall.retreats.length > 0) ? retreatsOf(dislodged, powers) : undefined,
    dislodged,
    contested: contested.length === 0 ? NOTHING : contested.map((province) => battle.index.locations[province]!),
  };
}

const hasMoved = ({ action, moves }: Battle, unit: number): boolean => action[unit] === MOVE && moves[unit] === YES;

/** Notes who was dislodged by whom, and where somebody is now. */
function makeMoves(battle: Battle): void {
  const { board, count, dislodger, occupied } = battle;
  occupied.fill(0);
  for (let unit = 0; unit < count; unit += 1) {
    if (!hasMoved(battle, unit)) {
      occupied[battle.province[unit]!] = 1;
      continue;
    }
    const goal = battle.into[unit]!;
    occupied[goal] = 1;
    const occupant = board.unitAt[goal]!;
    if (occupant !== NONE && !hasMoved(battle, occupant)) dislodger[occupant] = unit;
  }
}

function dislodgementsOf<P extends string>(battle: Battle, contested: readonly number[]): readonly Dislodgement<P>[] {
  const dislodged: Dislodgement<P>[] = [];
  for (let unit = 0; unit < battle.count; unit += 1) {
    if (battle.dislodger[unit] !== NONE) dislodged.push(dislodgementOf(battle, unit, contested));
  }
  return dislodged;
}

function retreatsOf<P extends string>(
  dislodged: readonly Dislodgement<P>[],
  powers: readonly P[],
): ByPower<Readonly<Record<Unit, readonly Location[]>>, P> {
  const retreats = {} as Record<P, Readonly<Record<Unit, readonly Location[]>>>;
  for (const power of powers) {
    const own: Record<Unit, readonly Location[]> = {};
    for (const fall of dislodged) if (fall.power === power && fall.retreats.length > 0) own[fall.unit] = fall.retreats;
    retreats[power] = own;
  }
  return retreats;
}

function standingUnit(battle: Battle, unit: number): Unit {
  const spot = battle.board.spots[unit]!;
  if (!hasMoved(battle, unit)) return spot.unit;
  return battle.index.spotAt[spot.type][battle.landing[unit]!]!.unit;
}

/** Provinces that stayed empty because moves into them stood each other off. */
function contestedProvinces(battle: Battle): number[] {
  const contested: number[] = [];
  for (let unit = 0; unit < battle.count; unit += 1) {
    if (battle.action[unit] !== MOVE || battle.moves[unit] === YES || battle.routes[unit] !== YES) continue;
    const goal = battle.into[unit]!;
    if (battle.occupied[goal] === 1) continue;
    // Whoever was beaten head to head had no effect on the province it wanted.
    const occupant = battle.board.unitAt[goal]!;
    if (isHeadToHead(battle, unit, occupant) && battle.moves[occupant] === YES) continue;
    if (!contested.includes(goal)) contested.push(goal);
  }
  return contested.length > 1 ? contested.sort((a, b) => a - b) : contested;
}

function dislodgementOf<P extends string>(battle: Battle, unit: number, contested: readonly number[]): Dislodgement<P> {
  const attacker = battle.dislodger[unit]!;
  const { index, board } = battle;
  const spot = board.spots[unit]!;
  const from = battle.province[attacker]!;
  const retreats: Location[] = [];
  for (const location of index.neighbors[spot.type][spot.location]!) {
    const province = index.provinceOf[location]!;
    if (battle.occupied[province] === 1 || contested.includes(province)) continue;
    // Not where the attacker came from, unless it came by convoy (DATC 4.A.5).
    if (province === from && battle.byConvoy[attacker] === 0) continue;
    retreats.push(index.locations[location]!);
  }
  return {
    power: index.powers[battle.power[unit]!] as P,
    unit: spot.unit,
    by: powerUnit(battle, attacker),
    from: index.locations[from]!,
    retreats,
  };
}

/** A unit with its power, as it stood before the moves. */
export const powerUnit = <P extends string>({ board, index, power }: Battle, unit: number): PowerUnit<P> => ({
  power: index.powers[power[unit]!] as P,
  unit: board.spots[unit]!.unit,
});
