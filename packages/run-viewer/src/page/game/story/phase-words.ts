import { parsePhase } from '@entente/diplomacy-rules';

const SEASON_WORDS = { S: 'Spring', F: 'Fall', W: 'Winter' } as const;
const TYPE_WORDS = { M: 'moves', R: 'retreats', A: 'builds' } as const;

/** Name of a phase in words: `Fall 1903, retreats`. */
export function phaseInWords(name: string): string {
  const phase = parsePhase(name);
  if (phase === null) return name === 'COMPLETED' ? 'End of the game' : name;
  return `${SEASON_WORDS[phase.season]} ${phase.year}, ${TYPE_WORDS[phase.type]}`;
}

/** Name of a power as it is read: `Austria` for `AUSTRIA`. */
export const powerInWords = (power: string): string => power.slice(0, 1) + power.slice(1).toLowerCase();
