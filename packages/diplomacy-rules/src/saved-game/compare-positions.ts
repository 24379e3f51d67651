import type { Position } from '../values/position.js';
import type { Location, Unit } from '../values/unit.js';

/** A difference between a recorded game and the result of the rules. */
export interface Mismatch {
  /** The game's id. */
  readonly game: string;
  /** Phase whose orders were judged; for a hash, the phase that has it. */
  readonly phase: string;
  /** As in `units of FRANCE`, `retreats of A MAR`, `next phase`, `results of F NTH`, `zobrist_hash`. */
  readonly what: string;
  /** Value in the record. */
  readonly expected: string;
  /** Result of the rules. */
  readonly found: string;
}

/** Formats a mismatch on one line: `droidippy-1 S1901M, units of FRANCE: expected A BUR, found A PAR`. */
export const formatMismatch = ({ game, phase, what, expected, found }: Mismatch): string =>
  `${game} ${phase}, ${what}: expected ${expected}, found ${found}`;

/** A mismatch without its place. */
export type Difference = Pick<Mismatch, 'what' | 'expected' | 'found'>;

/** Options of `comparePositions`. */
export interface Comparison<P extends string> {
  readonly expected: Position<P>;
  readonly found: Pick<Position<P>, 'units' | 'centers' | 'retreats'>;
}

/** Finds the differences between two boards: units, centres and retreats. The sequence of lists does not matter. */
export function compareBoards<P extends string>({ expected, found }: Comparison<P>): readonly Difference[] {
  return (Object.keys(expected.units) as P[]).flatMap((power) => [
    ...compareLists(`units of ${power}`, expected.units[power], found.units[power]),
    ...compareLists(`centers of ${power}`, expected.centers[power], found.centers[power]),
    ...compareRetreats(power, expected.retreats[power], found.retreats[power]),
  ]);
}

type Retreats = Readonly<Record<Unit, readonly Location[]>>;

/** A dislodged unit that cannot go anywhere may be listed or not. */
function compareRetreats(power: string, expected: Retreats, found: Retreats): readonly Difference[] {
  const units = Object.keys({ ...expected, ...found }) as Unit[];
  return units.flatMap((unit) => compareLists(`retreats of ${power} ${unit}`, expected[unit] ?? [], found[unit] ?? []));
}

/** Compares two lists; returns nothing if they have the same content. */
export function compareLists(what: string, expected: readonly string[], found: readonly string[]): readonly Difference[] {
  const missing = expected.filter((entry) => !found.includes(entry));
  const surplus = found.filter((entry) => !expected.includes(entry));
  if (missing.length === 0 && surplus.length === 0) return [];
  return [{ what, expected: listed(missing), found: listed(surplus) }];
}

const listed = (entries: readonly string[]): string => (entries.length === 0 ? 'nothing' : [...entries].sort().join(', '));
