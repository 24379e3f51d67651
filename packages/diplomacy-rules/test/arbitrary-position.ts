import fc from 'fast-check';
import type { GameMap } from '../src/map/game-map.js';
import type { MapIndex, UnitSpot } from '../src/map/map-index.js';
import { indexMap } from '../src/map/map-index.js';
import type { Phase } from '../src/values/phase.js';
import type { Position } from '../src/values/position.js';
import type { Location, Unit } from '../src/values/unit.js';

/** Generates any well-formed position of a map, likely or not: units and owners anywhere, from an empty board to a full one. */
export function arbitraryPosition<P extends string>(
  map: GameMap<P>,
  phase: fc.Arbitrary<Phase> = fc.constantFrom<Phase>('S1901M', 'F1902M', 'S1903R', 'F1901R', 'W1901A'),
): fc.Arbitrary<Position<P>> {
  const board = indexMap(map);
  const byProvince = board.provinces.map((_, province) => board.spots.filter((spot) => spot.province === province));
  const draws = fc.record({
    phase,
    density: fc.integer({ min: 0, max: 100 }),
    dice: fc.array(fc.nat({ max: 0xffffff }), { minLength: board.provinceCount, maxLength: board.provinceCount }),
    order: fc.shuffledSubarray(
      byProvince.map((_, province) => province),
      { minLength: board.provinceCount },
    ),
  });
  return draws.map(({ phase, density, dice, order }) => {
    const position = emptyPosition(board, phase);
    const at = (province: number) => dice[province]!;
    const powerAt = (province: number) => board.powers[at(province) % board.powers.length]!;
    const spotAt = (province: number, die: number): UnitSpot => {
      const spots = byProvince[province]!;
      return spots[die % spots.length]!;
    };
    const taken = new Set(order.filter((province) => (at(province) >> 4) % 100 < density));
    for (const province of order) {
      const power = powerAt(province);
      if (taken.has(province)) position.units[power]?.push(spotAt(province, at(province) >> 8).unit);
      if (board.isCenter[province] === 1 && at(province) % 9 > 0) position.centers[power]?.push(board.locations[province]!);
    }
    if (!phase.endsWith('R')) return position as unknown as Position<P>;
    for (const province of order.filter((candidate) => taken.has(candidate) && (at(candidate) >> 12) % 5 === 0)) {
      const spot = spotAt(province, at(province) >> 10);
      const free = (board.neighbors[spot.type][spot.location] as number[]).filter((to) => !taken.has(board.provinceOf[to]!));
      const dislodged = position.retreats[board.powers[(at(province) >> 6) % board.powers.length]!];
      if (dislodged !== undefined) dislodged[spot.unit] = free.map((to) => board.locations[to]!);
    }
    return position as unknown as Position<P>;
  });
}

interface OpenPosition {
  readonly phase: Phase;
  readonly units: Record<string, Unit[]>;
  readonly centers: Record<string, string[]>;
  readonly retreats: Record<string, Record<Unit, Location[]>>;
}

function emptyPosition(board: MapIndex, phase: Phase): OpenPosition {
  const byPower = <T>(value: () => T): Record<string, T> => Object.fromEntries(board.powers.map((power) => [power, value()]));
  return { phase, units: byPower(() => []), centers: byPower(() => []), retreats: byPower(() => ({})) };
}
