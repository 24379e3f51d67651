import { POWERS } from '@entente/diplomacy-rules';
import { UsageError } from '@entente/run-console';
import type { StudyRun } from '@entente/studies';
import { z } from 'zod';
import type { GameOptions } from '../runs/plan-games.js';
import { readPhase } from '../runs/settings-of-options.js';
import { gameSettingSchemas } from './game-study-program.js';

const settingsSchema = z.strictObject(gameSettingSchemas).partial();

/**
 * A run of a study as the options that `play` would take for the same game, so that both are the same game.
 * @param options of the command: they say how, and nothing of what
 * @throws UsageError where the study does not say when the game ends
 */
export function gameOptionsOfRun({ settings, seats, condition }: StudyRun, options: GameOptions): GameOptions {
  const set = settingsSchema.parse(settings);
  if (set.maxYear === undefined && set.endAtPhase === undefined)
    throw new UsageError(`The study does not say when a game of "${condition}" ends; add maxYear: 1905 under settings:.`);
  const models = seats === null ? undefined : POWERS.map((power) => seats.models[power] ?? '');
  if (models?.includes('human')) throw new UsageError('People do not play in studies; lm-game play --human FRANCE seats one.');
  return {
    ...options,
    models,
    maxYear: set.maxYear,
    endAtPhase: set.endAtPhase === undefined ? undefined : readPhase(set.endAtPhase, 'endAtPhase'),
    drawAfterYears: set.drawAfterYears,
    numNegotiationRounds: set.negotiationRounds,
    adaptiveRounds: set.adaptiveRounds ?? false,
    planningPhase: set.planning ?? false,
    generatePhaseSummaries: set.phaseSummaries ?? false,
    rulebook: set.rulebook,
    simplePrompts: set.prompts === 'simple',
    promptsDir: set.promptsDir === undefined ? undefined : [set.promptsDir],
    countrySpecificPrompts: set.countrySpecificPrompts ?? false,
    useUnformattedPrompts: set.twoStep ?? false,
    formatterModel: set.formatterModel,
    narratorModel: set.narratorModel,
    maxTokensPerCall: set.maxReplyTokens,
    maxTokensPerModel: undefined,
  };
}
