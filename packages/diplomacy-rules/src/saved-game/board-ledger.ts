import type { MapIndex } from '../map/map-index.js';
import type { Adjudication } from '../values/adjudication.js';
import type { Position } from '../values/position.js';
import type { Unit } from '../values/unit.js';
import { locationOfUnit, provinceOfUnit, typeOfUnit } from '../values/unit.js';

/**
 * Content of saved games beyond the position: lists in the sequence of the Python package (units that stay, then units that arrive), and
 * influence, which depends on all earlier phases.
 */
export interface BoardLedger {
  readonly units: ReadonlyMap<string, readonly Unit[]>;
  readonly centers: ReadonlyMap<string, readonly string[]>;
  /** Places that each power visited last. A power begins with those of its first units. */
  readonly influence: ReadonlyMap<string, readonly string[]>;
}

/** Creates the ledger of a position without known history. */
export function openLedger<P extends string>(board: MapIndex<P>, position: Position<P>): BoardLedger {
  const byPower = <T>(value: (power: P) => T) => new Map<string, T>(board.powers.map((power) => [power, value(power)]));
  return {
    units: byPower((power) => [...position.units[power]]),
    centers: byPower((power) => [...position.centers[power]]),
    influence: byPower((power) => position.units[power].map(provinceOfUnit)),
  };
}

/** Returns the ledger after a phase. Without an adjudication it depends on the next position only. */
export function turnLedger<P extends string>(
  board: MapIndex<P>,
  ledger: BoardLedger,
  next: Position<P>,
  adjudication: Adjudication<P> | undefined,
): BoardLedger {
  const steps = adjudication === undefined ? [] : stepsOf(ledger, adjudication);
  const units = new Map<string, readonly Unit[]>();
  const influence = new Map([...ledger.influence].map(([power, places]) => [power, [...places]]));
  for (const power of board.powers) {
    const own = steps.filter((step) => step.power === power);
    const left = new Set(own.map(({ from }) => from));
    const there = new Set(next.units[power]);
    const stayed = (ledger.units.get(power) ?? []).filter((unit) => there.has(unit) && !left.has(unit));
    const came = own.map(({ to }) => to).filter((unit) => there.has(unit));
    units.set(power, [...new Set([...stayed, ...came, ...next.units[power]])]);
  }
  for (const { power, to, from } of steps) {
    if (from === null) continue;
    // After a retreat the package writes the coast too.
    const place = adjudication?.phase.endsWith('R') === true ? locationOfUnit(to) : provinceOfUnit(to);
    for (const [other, places] of influence)
      influence.set(
        other,
        places.filter((visited) => visited !== place),
      );
    influence.get(power)?.push(place);
  }
  return { units, influence, centers: turnCenters(board, ledger, next) };
}

interface Step {
  readonly power: string;
  /** `null` for a unit that was built. */
  readonly from: Unit | null;
  readonly to: Unit;
}

/** Lists units that arrived somewhere: in a movement phase in the sequence of the ledger, otherwise in that of the orders. */
function stepsOf<P extends string>(ledger: BoardLedger, { phase, outcomes }: Adjudication<P>): readonly Step[] {
  const steps = outcomes.flatMap(({ power, unit, order, results }): Step[] => {
    if (unit === null || results.length > 0) return [];
    if (order.kind === 'build') return [{ power, from: null, to: unit }];
    if (order.kind !== 'move' && order.kind !== 'retreat') return [];
    return [{ power, from: unit, to: `${typeOfUnit(unit)} ${order.to}` }];
  });
  if (!phase.endsWith('M')) return steps;
  const rank = new Map([...ledger.units.values()].flat().map((unit, i) => [unit, i]));
  const rankOf = ({ from }: Step) => (from === null ? 0 : (rank.get(from) ?? 0));
  return steps.sort((a, b) => rankOf(a) - rankOf(b));
}

/** Centres that change hands go to the end of their new owner's list: first those of other powers, power by power, then neutral ones. */
function turnCenters<P extends string>(board: MapIndex<P>, ledger: BoardLedger, next: Position<P>): BoardLedger['centers'] {
  const lists = new Map([...ledger.centers].map(([power, centers]) => [power, [...centers]]));
  const ownerOf = new Map(board.powers.flatMap((power) => next.centers[power].map((center) => [center, power] as const)));
  const owned = new Set([...lists.values()].flat());
  for (const [power, centers] of lists) {
    for (const center of [...centers]) {
      const owner = ownerOf.get(center);
      if (owner === power) continue;
      lists.get(power)?.splice(lists.get(power)?.indexOf(center) ?? 0, 1);
      if (owner !== undefined) lists.get(owner)?.push(center);
    }
  }
  for (const [center, owner] of [...ownerOf].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!owned.has(center)) lists.get(owner)?.push(center);
  }
  return lists;
}
