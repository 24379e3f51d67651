import { type Power, POWERS, type SavedPhase } from '@entente/diplomacy-rules';
import type { Measured } from '@entente/studies';
import type { Row } from '@entente/studies/tables';
import { modelAt } from '../games/reported-game.js';
import { type AnalyzedCall, type AnalyzedGame, estimatedTokens } from './analyzed-game.js';
import { messageColumns, NO_MESSAGE_COLUMNS, percentOf, sentMessages } from './message-columns.js';
import { orderColumns } from './order-columns.js';
import { powersIn, stability, standingOfPhase, type StandingOfPhase } from './standing-of-phase.js';

/** Types of replies with relationships. */
const REFLECTIONS: ReadonlySet<string> = new Set(['negotiation_diary', 'state_update', 'initial_state_setup']);

/**
 * The predecessor's `phase_analysis`: a row a phase, power and type of response, in its columns. As there, columns about messages are filled in
 * rows of `negotiation_message`, those about relationships in rows of `negotiation_diary`, `state_update` and `initial_state_setup`, and
 * relationships are those after the phase. `llm_response_tokens_estimated` is its estimate of 1.3 tokens a word; `output_tokens`, `cost_usd`
 * and `inherited_responses_count` at the end are ours. `llm_response_time_ms` and `sentiment_change_from_prev`, always 0 there, are the
 * provider's time and the change. Its 0 for something that is not on record is empty here.
 *
 * A fork has the phases that it took over with the players who played them, `inherited` being `True`. The answers in them are its parent's: they
 * count as `inherited_responses_count` alone.
 */
export function phaseAnalysis(game: AnalyzedGame): readonly Row[] {
  return game.phases.flatMap((phase, at) => POWERS.flatMap((power) => rowsOf(game, { phase, at, power })));
}

interface At {
  readonly phase: SavedPhase;
  readonly at: number;
  readonly power: Power;
}

function rowsOf(game: AnalyzedGame, { phase, at, power }: At): readonly Row[] {
  const { runId, state, calls, phases, inheritedPhases } = game;
  const own = calls.filter((call) => call.phase === phase.name && call.power === power);
  const standingIn = (each: SavedPhase | undefined): StandingOfPhase | null =>
    each === undefined || !state.history.some((record) => record.phase === each.name)
      ? null
      : standingOfPhase(state, power, { phase: each.name, alive: powersIn(each) });
  const before = phases[at - 1];
  const [standing, standingBefore] = [standingIn(phase), standingIn(before)];
  const relationships =
    standing === null
      ? null
      : {
          relationship_stability_vs_prev_phase: standingBefore && stability(standingBefore, standing),
          avg_sentiment_toward_others: standing.meanTowards,
          avg_sentiment_from_others: standing.meanFrom,
          sentiment_change_from_prev: gained(standing.meanTowards, standingBefore?.meanTowards),
        };
  const board: Row = {
    ...boardColumns(phase, before, power),
    relationships: standing === null ? '' : [...standing.towards].map(([other, step]) => `${other}:${step}`).join('|'),
    ...orderColumns([phase], power),
  };
  return [...new Set(own.map(({ type }) => type))].map((type): Row => ({
    game_id: runId,
    llm_model: modelAt(state, power, phase.name),
    game_phase: phase.name,
    analyzed_response_type: type,
    power_name: power,
    ...responseColumns(own.filter((call) => call.type === type && !call.inherited)),
    ...(type === 'negotiation_message' ? messageColumns(sentMessages(phase, power, standing)) : NO_MESSAGE_COLUMNS),
    ...timeColumns(own.filter((call) => call.type === type && !call.inherited)),
    ...((REFLECTIONS.has(type) ? relationships : null) ?? NO_RELATIONSHIPS),
    ...board,
    ...ownColumns(own.filter((call) => call.type === type)),
    inherited: at < inheritedPhases ? 'True' : 'False',
  }));
}

const NO_RELATIONSHIPS: Row = {
  relationship_stability_vs_prev_phase: null,
  avg_sentiment_toward_others: null,
  avg_sentiment_from_others: null,
  sentiment_change_from_prev: null,
};

function responseColumns(calls: readonly AnalyzedCall[]): Row {
  const failed = calls.filter((call) => call.failed).length;
  const succeeded = calls.filter((call) => call.succeeded).length;
  return {
    llm_responses_of_this_type: calls.length,
    total_responses_analyzed: calls.length,
    failed_responses_count: failed,
    successful_responses_count: succeeded,
    response_failure_rate_percentage: percentOf(failed, calls.length),
    response_success_rate_percentage: percentOf(succeeded, calls.length),
  };
}

const timeColumns = (calls: readonly AnalyzedCall[]): Row => ({
  llm_response_tokens_estimated: calls.reduce((sum, call) => sum + estimatedTokens(call), 0),
  llm_response_time_ms: calls.reduce((sum, { latencyMs }) => sum + latencyMs, 0),
});

function ownColumns(calls: readonly AnalyzedCall[]): Row {
  const own = calls.filter(({ inherited }) => !inherited);
  return {
    output_tokens: own.reduce((sum, { outputTokens }) => sum + outputTokens, 0),
    cost_usd: dollarsOf(own),
    inherited_responses_count: calls.length - own.length,
  };
}

/** The sum in dollars; `null` where a price is unknown. */
export const dollarsOf = (calls: readonly AnalyzedCall[]): Measured =>
  calls.reduce<Measured>((sum, { costUsd }) => (sum === null || costUsd === null ? null : sum + costUsd), 0);

const gained = (now: Measured, was: Measured | undefined): Measured =>
  now === null || was === null || was === undefined ? null : now - was;

function boardColumns(phase: SavedPhase, before: SavedPhase | undefined, power: Power): Row {
  const counts = ({ state }: SavedPhase) => ({
    territories: state.influence?.[power]?.length ?? 0,
    supply_centers: state.centers[power]?.length ?? 0,
    military_units: state.units[power]?.length ?? 0,
  });
  const now = counts(phase);
  const was = before && counts(before);
  return {
    territories_controlled_count: now.territories,
    supply_centers_owned_count: now.supply_centers,
    military_units_count: now.military_units,
    territories_gained_vs_prev_phase: gained(now.territories, was?.territories),
    supply_centers_gained_vs_prev_phase: gained(now.supply_centers, was?.supply_centers),
    military_units_gained_vs_prev_phase: gained(now.military_units, was?.military_units),
  };
}
