import { gameScores } from '@entente/diplomacy-game';
import { type Power, POWERS } from '@entente/diplomacy-rules';
import type { Row } from '@entente/run-console';
import type { Measured } from '@entente/studies';
import { issuedOrders } from '../games/issued-orders.js';
import { pressStatistics } from '../games/press-statistics.js';
import { modelOf } from '../games/reported-game.js';
import type { AnalyzedGame } from './analyzed-game.js';
import { orderColumns } from './order-columns.js';
import { meanOf, stability, standingOfPhase } from './standing-of-phase.js';

/** Where the predecessor draws the line between `survivor` and `eliminated_or_weak`. */
const LAST_SURVIVING_RANK = 3;

/**
 * The predecessor's `game_analysis`: a row a power, in its columns. `total_response_tokens_estimated` are the provider's output tokens; ranks
 * are shared by those with equally many centres; `game_score` is empty while the game goes on. Averages over phases are over those in which
 * the power was alive. Left out: `orders_others_*` and `orders_*_invalid`, for what is not allowed never becomes an order.
 */
export function gameAnalysis(game: AnalyzedGame): readonly Row[] {
  const { state } = game;
  const { ended, settings } = state;
  const scores = ended !== null && settings !== null ? gameScores(state, settings.maxYear) : null;
  return POWERS.map((power) => rowOf(game, power, scores?.[power] ?? null));
}

function rowOf({ runId, state, calls, territories }: AnalyzedGame, power: Power, score: Measured): Row {
  const { history, position } = state;
  const own = calls.filter((call) => call.power === power);
  const failed = own.filter((call) => call.failed).length;
  const tokens = own.reduce((sum, { outputTokens }) => sum + outputTokens, 0);
  const active = history.flatMap((record, at) =>
    record.position.units[power].length + record.position.centers[power].length > 0 ? [{ ...record, at }] : [],
  );
  const standings = active.map(({ phase }) => standingOfPhase(state, power, phase));
  const known = (values: readonly Measured[]): Measured => meanOf(values.filter((value) => value !== null));
  const press = pressStatistics(state, power);
  const sent = press.private + press.global;
  const share = (part: number, whole: number): Measured => (whole === 0 ? null : (part / whole) * 100);
  const centers = position.centers[power].length;
  const rank = 1 + POWERS.filter((other) => position.centers[other].length > centers).length;
  return {
    game_id: runId,
    llm_model: modelOf(state, power),
    power_name: power,
    final_territories_controlled: territories.at(-1)?.[power] ?? null,
    final_supply_centers_owned: centers,
    final_military_units: position.units[power].length,
    game_result:
      centers >= 18 ? 'solo_victory' : rank === 1 ? 'leading' : rank <= LAST_SURVIVING_RANK ? 'survivor' : 'eliminated_or_weak',
    final_ranking_by_supply_centers: rank,
    total_negotiation_messages_sent: sent,
    total_messages_to_allies: press.toAllies,
    total_messages_to_enemies: press.toEnemies,
    total_messages_to_neutrals: press.toNeutral,
    total_global_messages: press.global,
    total_private_messages: press.private,
    total_response_tokens_estimated: tokens,
    total_llm_interactions: own.length,
    total_phases_active: active.length,
    avg_negotiation_messages_per_phase: active.length === 0 ? null : sent / active.length,
    avg_relationship_stability_per_phase: known(standings.slice(1).map((standing, at) => stability(standings[at]!, standing))),
    avg_sentiment_toward_others: known(standings.map(({ meanTowards }) => meanTowards)),
    avg_sentiment_from_others: known(standings.map(({ meanFrom }) => meanFrom)),
    avg_response_tokens_per_interaction: own.length === 0 ? null : tokens / own.length,
    avg_territories_controlled_per_phase: known(active.map(({ at }) => territories[at]?.[power] ?? null)),
    avg_supply_centers_owned_per_phase: meanOf(active.map((record) => record.position.centers[power].length)),
    avg_military_units_per_phase: meanOf(active.map((record) => record.position.units[power].length)),
    percent_messages_to_allies_overall: share(press.toAllies, sent),
    percent_messages_to_enemies_overall: share(press.toEnemies, sent),
    percent_global_vs_private_overall: share(press.global, sent),
    total_llm_calls_overall: own.length,
    total_failed_llm_calls: failed,
    total_success_llm_calls: own.length - failed,
    overall_failure_rate_percentage: share(failed, own.length),
    overall_success_rate_percentage: share(own.length - failed, own.length),
    game_score: score,
    ...orderColumns(issuedOrders(state).filter((order) => order.power === power)),
  };
}
