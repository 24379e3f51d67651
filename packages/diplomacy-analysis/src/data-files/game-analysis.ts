import { gameScores } from '@entente/diplomacy-game/state';
import { type Power, POWERS, type SavedPhase } from '@entente/diplomacy-rules';
import type { Measured } from '@entente/studies';
import type { Row } from '@entente/studies/tables';
import { modelOf } from '../games/reported-game.js';
import { resultOf } from '../tables/standings-table.js';
import { type AnalyzedGame, estimatedTokens } from './analyzed-game.js';
import { percentOf, sentMessages, sumOfMessages } from './message-columns.js';
import { orderColumns } from './order-columns.js';
import { dollarsOf } from './phase-analysis.js';
import { meanOf, powersIn, stability, standingOfPhase } from './standing-of-phase.js';

/** Number of centres from which on the predecessor calls a power `survivor`, and below it `eliminated_or_weak`. */
const LAST_SURVIVING_RANK = 3;

/**
 * The predecessor's `game_analysis`: a row a power, in its columns. As there, `total_phases_active` and all means over phases take every phase
 * of the saved game, also those after a power's end; ranks are all different, of equally many centres the later name of the alphabet comes
 * first; percentages to allies and enemies are of the messages to those who are allies, enemies or neutral. `game_score` is empty while the
 * game goes on, and what is not on record is empty where it has 0.
 *
 * The columns at the end are ours: `result` (solo, draw, survived, eliminated, playing) and `ending` are how the game came out;
 * `total_output_tokens` are the provider's. Calls are this run's own; those that a fork took over from its parent are
 * `inherited_llm_calls` alone. Messages and orders are those of the whole game, and `llm_model` is who plays the power now.
 */
export function gameAnalysis(game: AnalyzedGame): readonly Row[] {
  const { state } = game;
  const { ended, settings } = state;
  const scores = ended !== null && settings !== null ? gameScores(state, settings.maxYear) : null;
  return POWERS.map((power) => rowOf(game, power, scores?.[power] ?? null));
}

function rowOf(game: AnalyzedGame, power: Power, score: Measured): Row {
  const { runId, state, calls, phases } = game;
  const all = calls.filter((call) => call.power === power);
  const own = all.filter(({ inherited }) => !inherited);
  const failed = own.filter((call) => call.failed).length;
  const succeeded = own.filter((call) => call.succeeded).length;
  const tokens = own.reduce((sum, call) => sum + estimatedTokens(call), 0);
  const played = phases.filter(({ name }) => state.history.some(({ phase }) => phase === name));
  const standingIn = (phase: SavedPhase) => standingOfPhase(state, power, { phase: phase.name, alive: powersIn(phase) });
  const standings = played.filter((phase) => powersIn(phase).includes(power)).map(standingIn);
  const known = (values: readonly Measured[]): Measured => meanOf(values.filter((value) => value !== null));
  const sent = sumOfMessages(
    phases.map((phase) => sentMessages(phase, power, played.includes(phase) ? standingIn(phase) : null)),
  );
  const total = sent.global + sent.private;
  const categorized = sent.toAllies + sent.toEnemies + sent.toNeutrals;
  const last = phases.at(-1);
  const perPhase = (count: (phase: SavedPhase) => number): Measured => meanOf(phases.map(count));
  const centers = last?.state.centers[power]?.length ?? 0;
  const rank = rankOf(last, power);
  return {
    game_id: runId,
    llm_model: modelOf(state, power),
    power_name: power,
    final_territories_controlled: last?.state.influence?.[power]?.length ?? 0,
    final_supply_centers_owned: centers,
    final_military_units: last?.state.units[power]?.length ?? 0,
    game_result:
      centers >= 18 ? 'solo_victory' : rank === 1 ? 'leading' : rank <= LAST_SURVIVING_RANK ? 'survivor' : 'eliminated_or_weak',
    final_ranking_by_supply_centers: rank,
    total_negotiation_messages_sent: total,
    total_messages_to_allies: sent.toAllies,
    total_messages_to_enemies: sent.toEnemies,
    total_messages_to_neutrals: sent.toNeutrals,
    total_global_messages: sent.global,
    total_private_messages: sent.private,
    total_response_tokens_estimated: tokens,
    total_llm_interactions: own.length,
    total_phases_active: phases.length,
    total_llm_calls_overall: own.length,
    total_failed_llm_calls: failed,
    total_success_llm_calls: succeeded,
    overall_failure_rate_percentage: percentOf(failed, own.length),
    overall_success_rate_percentage: percentOf(succeeded, own.length),
    avg_negotiation_messages_per_phase: phases.length === 0 ? null : total / phases.length,
    avg_relationship_stability_per_phase: known(standings.slice(1).map((standing, at) => stability(standings[at]!, standing))),
    avg_sentiment_toward_others: known(standings.map(({ meanTowards }) => meanTowards)),
    avg_sentiment_from_others: known(standings.map(({ meanFrom }) => meanFrom)),
    avg_response_tokens_per_interaction: own.length === 0 ? null : tokens / own.length,
    avg_territories_controlled_per_phase: perPhase(({ state: { influence } }) => influence?.[power]?.length ?? 0),
    avg_supply_centers_owned_per_phase: perPhase(({ state: { centers: owned } }) => owned[power]?.length ?? 0),
    avg_military_units_per_phase: perPhase(({ state: { units } }) => units[power]?.length ?? 0),
    percent_messages_to_allies_overall: percentOf(sent.toAllies, categorized),
    percent_messages_to_enemies_overall: percentOf(sent.toEnemies, categorized),
    percent_global_vs_private_overall: percentOf(sent.global, total),
    game_score: score,
    ...orderColumns(phases, power),
    result: resultOf(state, power),
    ending: state.ended?.ending ?? null,
    total_output_tokens: own.reduce((sum, { outputTokens }) => sum + outputTokens, 0),
    total_cost_usd: dollarsOf(own),
    inherited_llm_calls: all.length - own.length,
  };
}

/** A power's place by centres, from 1. */
function rankOf(last: SavedPhase | undefined, power: Power): number {
  const centersOf = (each: Power): number => last?.state.centers[each]?.length ?? 0;
  const order = POWERS.toSorted((one, other) => centersOf(other) - centersOf(one) || (one < other ? 1 : -1));
  return order.indexOf(power) + 1;
}
