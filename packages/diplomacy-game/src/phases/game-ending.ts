import { parsePhase, type Position, POWERS } from '@entente/diplomacy-rules';
import { comparePhases, type GameEnded, type GameState } from '../state/index.js';
import { livingPowers } from '../state/game-state.js';

/** Returns the reason why the game is over now; `null` while it goes on. */
export function gameEnding({ position, settings, history }: GameState): GameEnded | null {
  const { phase, result } = position;
  if (result !== undefined) return { type: 'game-ended', ending: result.kind === 'solo' ? 'solo' : 'draw', result };
  if (settings === null || history.length === 0) return null;
  const { endAtPhase, maxYear, drawAfterYears } = settings;
  if (drawAfterYears !== undefined && isDeadlocked({ position, history }, drawAfterYears))
    return { type: 'game-ended', ending: 'draw', result: { kind: 'draw', powers: livingPowers(position) } };
  if (endAtPhase !== undefined && comparePhases(phase, endAtPhase) > 0) return { type: 'game-ended', ending: 'end-at-phase' };
  const year = parsePhase(phase)?.year ?? Infinity;
  return year > maxYear ? { type: 'game-ended', ending: 'max-year' } : null;
}

/** Whether no centre has changed hands for this number of years, at the beginning of a year. */
function isDeadlocked({ position, history }: Pick<GameState, 'position' | 'history'>, years: number): boolean {
  const phase = parsePhase(position.phase);
  if (phase?.season !== 'S' || phase.type !== 'M') return false;
  const springs = Array.from({ length: years }, (_, back) =>
    history.find((record) => record.phase === `S${phase.year - 1 - back}M`),
  );
  return springs.every((record) => record !== undefined && sameOwners(record.position, position));
}

const sameOwners = (one: Position, other: Position): boolean =>
  POWERS.every((power) => [...one.centers[power]].sort().join() === [...other.centers[power]].sort().join());
