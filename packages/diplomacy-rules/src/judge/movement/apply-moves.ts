import { EMPTY, NONE } from '../../board/none.js';
import type { Dislodgement, PowerUnit } from '../../values/outcome.js';
import type { ByPower } from '../../values/power.js';
import type { Location, Province, Unit } from '../../values/unit.js';
import type { MovementPhase } from './movement-phase.js';
import { MOVE, YES } from './movement-phase.js';
import { isHeadToHead } from './strengths.js';

/** The board after the moves of a phase. */
export interface BoardAfterMoves<P extends string> {
  readonly units: ByPower<readonly Unit[], P>;
  /** Places to retreat to for each dislodged unit that has any. `undefined` if no unit has. */
  readonly retreats: ByPower<Readonly<Record<Unit, readonly Location[]>>, P> | undefined;
  readonly dislodged: readonly Dislodgement<P>[];
  readonly contested: readonly Province[];
}

/** Makes the moves that succeed, and finds the dislodged units and the places they may retreat to. */
export function applyMoves<P extends string>(phase: MovementPhase, powers: readonly P[]): BoardAfterMoves<P> {
  findDislodgers(phase);
  const units = {} as Record<P, readonly Unit[]>;
  let dislodgements = 0;
  let unit = 0;
  for (let power = 0; power < powers.length; power += 1) {
    const own: Unit[] = [];
    for (; unit < phase.count && phase.power[unit] === power; unit += 1) {
      if (phase.dislodger[unit] === NONE) own.push(unitAfterMoves(phase, unit));
      else dislodgements += 1;
    }
    units[powers[power]!] = own;
  }
  const contested = contestedProvinces(phase);
  const dislodged = dislodgements === 0 ? EMPTY : dislodgementsOf<P>(phase, contested);
  return {
    units,
    retreats: dislodged.some(({ retreats }) => retreats.length > 0) ? retreatsOf(dislodged, powers) : undefined,
    dislodged,
    contested: contested.length === 0 ? EMPTY : contested.map((province) => phase.index.locations[province]!),
  };
}

const hasMoved = ({ action, moves }: MovementPhase, unit: number): boolean => action[unit] === MOVE && moves[unit] === YES;

/** Fills `occupied` and `dislodger`. */
function findDislodgers(phase: MovementPhase): void {
  const { board, count, dislodger, occupied } = phase;
  occupied.fill(0);
  for (let unit = 0; unit < count; unit += 1) {
    if (!hasMoved(phase, unit)) {
      occupied[phase.province[unit]!] = 1;
      continue;
    }
    const destination = phase.destination[unit]!;
    occupied[destination] = 1;
    const occupant = board.unitAt[destination]!;
    if (occupant !== NONE && !hasMoved(phase, occupant)) dislodger[occupant] = unit;
  }
}

function dislodgementsOf<P extends string>(phase: MovementPhase, contested: readonly number[]): readonly Dislodgement<P>[] {
  const dislodged: Dislodgement<P>[] = [];
  for (let unit = 0; unit < phase.count; unit += 1) {
    if (phase.dislodger[unit] !== NONE) dislodged.push(dislodgementOf(phase, unit, contested));
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
    for (const one of dislodged) if (one.power === power && one.retreats.length > 0) own[one.unit] = one.retreats;
    retreats[power] = own;
  }
  return retreats;
}

function unitAfterMoves(phase: MovementPhase, unit: number): Unit {
  const spot = phase.board.spots[unit]!;
  if (!hasMoved(phase, unit)) return spot.unit;
  return phase.index.spotAt[spot.type][phase.destinationLocation[unit]!]!.unit;
}

/** Provinces that a standoff left empty. */
function contestedProvinces(phase: MovementPhase): number[] {
  const contested: number[] = [];
  for (let unit = 0; unit < phase.count; unit += 1) {
    if (phase.action[unit] !== MOVE || phase.moves[unit] === YES || phase.paths[unit] !== YES) continue;
    const destination = phase.destination[unit]!;
    if (phase.occupied[destination] === 1) continue;
    // A unit that loses a head-to-head battle has no effect on its destination.
    const occupant = phase.board.unitAt[destination]!;
    if (isHeadToHead(phase, unit, occupant) && phase.moves[occupant] === YES) continue;
    if (!contested.includes(destination)) contested.push(destination);
  }
  return contested.length > 1 ? contested.sort((a, b) => a - b) : contested;
}

function dislodgementOf<P extends string>(phase: MovementPhase, unit: number, contested: readonly number[]): Dislodgement<P> {
  const attacker = phase.dislodger[unit]!;
  const { index, board } = phase;
  const spot = board.spots[unit]!;
  const from = phase.province[attacker]!;
  const retreats: Location[] = [];
  for (const location of index.neighbors[spot.type][spot.location]!) {
    const province = index.provinceOf[location]!;
    if (phase.occupied[province] === 1 || contested.includes(province)) continue;
    // The attacker's province is barred, unless the attacker came by convoy (DATC 4.A.5).
    if (province === from && phase.byConvoy[attacker] === 0) continue;
    retreats.push(index.locations[location]!);
  }
  return {
    power: index.powers[phase.power[unit]!] as P,
    unit: spot.unit,
    by: powerUnit(phase, attacker),
    from: index.locations[from]!,
    retreats,
  };
}

/** Name of a unit, as it stood before the moves, and of its power. */
export const powerUnit = <P extends string>({ board, index, power }: MovementPhase, unit: number): PowerUnit<P> => ({
  power: index.powers[power[unit]!] as P,
  unit: board.spots[unit]!.unit,
});
