import type { Power } from '@entente/diplomacy-rules';
import { POWERS } from '@entente/diplomacy-rules';
import { RELATIONSHIPS } from '../state/index.js';
import type { Reading } from './read-prompt.js';
import { isAlive, neighborsOfPower } from './surroundings.js';
import { readTemper, type Temper } from './temper.js';

/** How a power stands in the world, as far as its prompt says. */
export interface Stance {
  readonly temper: Temper;
  /** Living, the nearest first. */
  readonly neighbors: readonly { readonly power: Power; readonly moves: number }[];
  /** Whom its goals name to work against, and with; `null` where they name nobody who is alive. */
  readonly target: Power | null;
  readonly partner: Power | null;
  /** From -3 for the worst enemy to 3 for the partner in an alliance. */
  readonly regard: (power: Power) => number;
}

/** Reads how a power stands. */
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

/** Whether somebody counts as a friend, whom one does not attack without betraying them. */
export const isFriend = ({ regard }: Stance, power: Power): boolean => regard(power) >= 1;
