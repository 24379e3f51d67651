/** Spring and Fall, in which units move and retreat, and Winter, in which they are built and removed. */
export const SEASONS = ['S', 'F', 'W'] as const;

/** `S` Spring, `F` Fall, `W` Winter. */
export type Season = (typeof SEASONS)[number];

/** Types of phase: movement, retreats, adjustments. */
export const PHASE_TYPES = ['M', 'R', 'A'] as const;

/** `M` movement, `R` retreats, `A` adjustments (builds and removals). */
export type PhaseType = (typeof PHASE_TYPES)[number];

/** A phase by its short name: `S1901M`, `S1901R`, `F1901M`, `F1901R`, `W1901A`; and `COMPLETED` once the game is over. */
export type Phase = `${'S' | 'F'}${number}${'M' | 'R'}` | `W${number}A` | 'COMPLETED';

/** The parts of a phase's name. */
export interface PhaseParts {
  readonly season: Season;
  readonly year: number;
  readonly type: PhaseType;
}

const ZERO = '0'.charCodeAt(0);

/** Splits the name of a phase. `null` for `COMPLETED` and for anything that is not the name of a phase. */
export function parsePhase(name: string): PhaseParts | null {
  const season = name.charAt(0);
  const type = name.charAt(name.length - 1);
  const fits = type === 'A' ? season === 'W' : (type === 'M' || type === 'R') && (season === 'S' || season === 'F');
  if (!fits || name.length < 3 || name.length > 8) return null;
  let year = 0;
  for (let at = 1; at < name.length - 1; at += 1) {
    const digit = name.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return null;
    year = year * 10 + digit;
  }
  return { season: season as Season, year, type: type as PhaseType };
}

/** Returns the short name of a phase: `{ season: 'S', year: 1901, type: 'M' }` is `S1901M`. */
export const formatPhase = ({ season, year, type }: PhaseParts): Phase => `${season}${year}${type}` as Phase;
