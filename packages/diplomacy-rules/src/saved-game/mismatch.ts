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
