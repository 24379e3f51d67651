import type { Position } from '../values/position.js';
import type { Location, Unit } from '../values/unit.js';

/** Something in a recorded game that is not what the rules make of it. */
export interface Mismatch {
  /** The game's id. */
  readonly game: string;
  /** The phase whose orders were judged; for a hash the phase that has it. */
  readonly phase: string;
  /** As in `units of FRANCE`, `retreats of A MAR`, `next phase`, `results of F NTH`, `zobrist_hash`. */
  readonly what: string;
  /** What the record says. */
  readonly expected: string;
  /** What the rules make of it. */
  readonly found: string;
}

/** A mismatch on one line: `droidippy-1 S1901M, units of FRANCE: expected A BUR, found A PAR`. */
export const formatMismatch = ({ game, phase, what, expected, found }: Mismatch): string =>
  `${game} ${phase}, ${what}: expected ${expected}, found ${found}`;

/** A mismatch of which it is not said yet where it is. */
export type Difference = Pick<Mismatch, 'what' | 'expected' | 'found'>;

/** What of two positions to hold against each other. */
export interface Comparison<P extends string> {
  readonly expected: Position<P>;
  readonly found: Pick<Position<P>, 'units' | 'centers' | 'retreats'>;
}

/** The differences between two boards: units, centres, and where dislodged units may go. Lists may be in any order. */
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

/** What is in one list but not in the other; nothing where the same is in both. */
export function compareLists(what: string, expected: readonly string[], found: readonly string[]): readonly Difference[] {
  const missing = expected.filter((entry) => !found.includes(entry));
  const surplus = found.filter((entry) => !expected.includes(entry));
  if (missing.length === 0 && surplus.length === 0) return [];
  return [{ what, expected: listed(missing), found: listed(surplus) }];
}

const listed = (entries: readonly string[]): string => (entries.length === 0 ? 'nothing' : [...entries].sort().join(', '));
