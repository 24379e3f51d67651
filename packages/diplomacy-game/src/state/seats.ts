import { parsePhase, PHASE_TYPES, type Power, type RulebookChoice, SEASONS } from '@entente/diplomacy-rules';
import type { ModelSpec } from '@entente/llm-clients/contract';
import type { Seat } from './game-facts.js';
import type { GameState } from './game-state.js';

/** Provider of the model ids that name a bot. */
export const BOT_PROVIDER = 'bot';

/** Provider of the seats that people play. */
export const PERSON_PROVIDER = 'human';

/** Whether a player is a model, which costs calls; bots and people are none. */
export const isModel = ({ provider }: Pick<ModelSpec, 'provider'>): boolean =>
  provider !== BOT_PROVIDER && provider !== PERSON_PROVIDER;

/** Returns the player of a power in a phase; `null` before the game has begun. A fork may have changed the player since. */
export function seatAt({ tables }: Pick<GameState, 'tables'>, power: Power, phase: string): Seat | null {
  return tables.findLast((table) => comparePhases(table.phase, phase) <= 0)?.seats[power] ?? null;
}

/** Returns the rulebook by which a phase was judged. A fork may have changed it since. */
export function rulebookAt({ tables }: Pick<GameState, 'tables'>, phase: string): RulebookChoice {
  return tables.findLast((table) => comparePhases(table.phase, phase) <= 0)?.rulebook ?? 'python-compatible';
}

/**
 * Compares phases in the order of play: below 0 if phase `a` is played before phase `b`. A name that is no phase, such as `COMPLETED`,
 * comes last.
 */
export const comparePhases = (a: string, b: string): number => placeOf(a) - placeOf(b);

function placeOf(name: string): number {
  const phase = parsePhase(name);
  if (phase === null) return Number.MAX_SAFE_INTEGER;
  return (phase.year * SEASONS.length + SEASONS.indexOf(phase.season)) * PHASE_TYPES.length + PHASE_TYPES.indexOf(phase.type);
}
