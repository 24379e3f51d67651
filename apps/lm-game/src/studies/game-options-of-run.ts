import { POWERS } from '@entente/diplomacy-rules';
import { UsageError } from '@entente/run-console';
import type { StudyRun } from '@entente/studies';
import { z } from 'zod';
import type { GameOptions } from '../runs/game-options.js';
import { gameStudyProgram } from './game-study-program.js';

const settingsSchema = z.strictObject(gameStudyProgram.settings).partial();

/**
 * A run of a study as the options that `play` would take for the same game, so that both are the same game.
 * @param options of the command: they say how games are played, and nothing of which games
 * @throws UsageError where the study does not say when the game ends
 */
export function gameOptionsOfRun({ settings, seats, condition }: StudyRun, options: GameOptions): GameOptions {
  const set = settingsSchema.parse(settings) as Partial<GameOptions>;
  if (set.maxYear === undefined && set.endAtPhase === undefined)
    throw new UsageError(`The study does not say when a game of "${condition}" ends; add maxYear: 1905 under settings:.`);
  const models = seats === null ? undefined : POWERS.map((power) => seats.models[power] ?? '');
  if (models?.includes('human')) throw new UsageError('People do not play in studies; lm-game play --human FRANCE seats one.');
  return { ...options, ...set, models };
}
