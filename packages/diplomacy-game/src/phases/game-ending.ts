import { parsePhase } from '@entente/diplomacy-rules';
import { comparePhases, type GameEnded, type GameState } from '../state/index.js';

/** Why the game is over now; `null` while it goes on. */
export function gameEnding({ position, settings, history }: GameState): GameEnded | null {
  const { phase, result } = position;
  if (result !== undefined) return { type: 'game-ended', ending: result.kind === 'solo' ? 'solo' : 'draw', result };
  if (settings === null || history.length === 0) return null;
  const { endAtPhase, maxYear } = settings;
  if (endAtPhase !== undefined && comparePhases(phase, endAtPhase) > 0) return { type: 'game-ended', ending: 'end-at-phase' };
  const year = parsePhase(phase)?.year ?? Infinity;
  return year > maxYear ? { type: 'game-ended', ending: 'max-year' } : null;
}
