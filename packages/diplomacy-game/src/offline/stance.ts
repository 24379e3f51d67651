import type { Power } from '@entente/diplomacy-rules';
import { POWERS } from '@entente/diplomacy-rules';
import { RELATIONSHIPS } from '../state/index.js';
import type { Reading } from './read-prompt.js';
import { isAlive, neighborsOfPower } from './surroundings.js';
import { readTemper, type Temper } from './temper.js';

/** Situation of a power, as far as its prompt tells. */
export interface Stance {
  readonly temper: Temper;
  /** Living powers, the nearest first. */
  readonly neighbors: readonly { readonly power: Power; readonly moves: number }[];
  /** Target and partner that its goals name; `null` if they name no living power. */
  readonly target: Power | null;
  readonly partner: Power | null;
  /** Liking, from -3 for the worst enemy to 3 for the partner in an alliance. */
  readonly regard: (power: Power) => number;
}

/** Reads the situation of a power. */
export function stanceOf(reading: Reading): Stance {
  const { board, self, goals, relationships, briefing } = reading;
  const neighbors = board === null ? [] : neighborsOfPower(board, self);
  const lives = (power: Power | undefined): power is Power =>
    power !== undefined && power !== self && (board === null || isAlive(board, power));
  const named = (words: RegExp): Power | null => {
    for (const goal of goals) {
      const power = words.exec(goal)?.[1]?.toUpperCase() as Power | undefined;
      if (lives(power)) return power;
    }
    return null;
  };
  const target = named(AGAINST);
  const partner = named(WITH);
  return {
    temper: readTemper(goals, briefing, self),
    neighbors,
    target,
    partner: partner === target ? null : partner,
    regard: (power) =>
      RELATIONSHIPS.indexOf(relationships[power] ?? 'Neutral') - 2 + (power === partner ? 1 : 0) - (power === target ? 1 : 0),
  };
}

const NAMES = POWERS.join('|');
const AGAINST = new RegExp(`\\bagainst (${NAMES})\\b`, 'i');
const WITH = new RegExp(`\\b(?:with|beside|next to) (${NAMES})\\b`, 'i');

/** Whether a power counts as a friend: an attack on it would be a betrayal. */
export const isFriend = ({ regard }: Stance, power: Power): boolean => regard(power) >= 1;
