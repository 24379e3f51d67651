import { UsageError } from '@entente/run-console';
import type { GameOptions } from './plan-games.js';

/**
 * Refuses settings of a new game that would do nothing, whether a command or a study file gives them.
 * @param isAsked whether any power is played by a model
 * @throws UsageError
 */
export function assertTakesEffect(options: GameOptions, isAsked: boolean): void {
  const { maxYear, endAtPhase } = options;
  if (options.formatterModel !== undefined && !options.useUnformattedPrompts)
    throw new UsageError(
      'formatterModel has no effect without two-step answers; add --use-unformatted-prompts (twoStep: true in a study).',
    );
  if (options.narratorModel !== undefined && !options.generatePhaseSummaries)
    throw new UsageError(
      'narratorModel has no effect without phase summaries; add --generate-phase-summaries (phaseSummaries: true in a study).',
    );
  if (options.countrySpecificPrompts && options.promptsDir === undefined)
    throw new UsageError(
      'countrySpecificPrompts has no effect without a folder of prompts; add --prompts-dir my-prompts (promptsDir in a study).',
    );
  if (maxYear !== undefined && endAtPhase !== undefined && Number(/\d+/.exec(endAtPhase)?.[0]) > maxYear)
    throw new UsageError(
      `The game cannot end after ${endAtPhase}, because its last year is ${maxYear}; leave out one of endAtPhase and maxYear.`,
    );
  if ((options.maxTokensPerCall ?? options.maxTokensPerModel) !== undefined && !isAsked)
    throw new UsageError('A limit on replies has no effect here: no model plays; leave it out, or seat a model.');
}

/** Settings of a game that nobody reads because only bots play, as a line; undefined where there are none. */
export function unreadByBots(options: GameOptions): string | undefined {
  const unread = [
    ...((options.numNegotiationRounds ?? 0) > 0 ? ['negotiation rounds'] : []),
    ...(options.planningPhase ? ['plans'] : []),
    ...(options.simplePrompts || options.promptsDir !== undefined ? ['prompts'] : []),
    ...(options.useUnformattedPrompts ? ['two-step answers'] : []),
  ];
  return unread.length === 0 ? undefined : `Only bots play, so ${unread.join(', ')} are not used.`;
}
