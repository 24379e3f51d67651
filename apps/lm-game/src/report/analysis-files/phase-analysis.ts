import type { PressMessage } from '@entente/diplomacy-game';
import { type Power, POWERS } from '@entente/diplomacy-rules';
import type { Row } from '@entente/run-console';
import type { Measured } from '@entente/studies';
import { issuedOrders } from '../games/issued-orders.js';
import { modelOf } from '../games/reported-game.js';
import type { AnalyzedCall, AnalyzedGame } from './analyzed-game.js';
import { orderColumns } from './order-columns.js';
import { stability, type StandingOfPhase, standingOfPhase } from './standing-of-phase.js';

/**
 * The predecessor's `phase_analysis`: a row a phase, power and type of response, in its columns. What it had to guess is exact here:
 * `llm_response_tokens_estimated` are the provider's output tokens, `llm_response_time_ms` its time, and `sentiment_change_from_prev` the
 * change. Left out: `orders_others_*` and `orders_*_invalid`, for what is not allowed never becomes an order. What is not on record is empty.
 */
export function phaseAnalysis(game: AnalyzedGame): readonly Row[] {
  const { runId, state, calls, territories } = game;
  const orders = issuedOrders(state);
  return state.history.flatMap(({ phase, position, press }, at) => {
    const before = state.history[at - 1];
    return POWERS.flatMap((power) => {
      const own = calls.filter((call) => call.phase === phase && call.power === power);
      const standing = standingOfPhase(state, power, phase);
      const standingBefore = before ? standingOfPhase(state, power, before.phase) : null;
      const counts = {
        territories: territories[at]?.[power] ?? null,
        centers: position.centers[power].length,
        units: position.units[power].length,
      };
      const gained = (now: Measured, was: Measured | undefined): Measured =>
        now === null || was === null || was === undefined ? null : now - was;
      const common: Row = {
        ...messageColumns(press, power, standing),
        relationship_stability_vs_prev_phase: standingBefore && stability(standingBefore, standing),
        avg_sentiment_toward_others: standing.meanTowards,
        avg_sentiment_from_others: standing.meanFrom,
        sentiment_change_from_prev: gained(standing.meanTowards, standingBefore?.meanTowards),
        territories_controlled_count: counts.territories,
        supply_centers_owned_count: counts.centers,
        military_units_count: counts.units,
        territories_gained_vs_prev_phase: gained(counts.territories, territories[at - 1]?.[power]),
        supply_centers_gained_vs_prev_phase: gained(counts.centers, before?.position.centers[power].length),
        military_units_gained_vs_prev_phase: gained(counts.units, before?.position.units[power].length),
        relationships: [...standing.towards].map(([other, step]) => `${other}:${step}`).join('|'),
        ...orderColumns(orders.filter((order) => order.phase === phase && order.power === power)),
      };
      return [...new Set(own.map(({ type }) => type))].map((type): Row => ({
        game_id: runId,
        llm_model: modelOf(state, power),
        game_phase: phase,
        analyzed_response_type: type,
        power_name: power,
        ...responseColumns(own.filter((call) => call.type === type)),
        ...common,
      }));
    });
  });
}

function responseColumns(calls: readonly AnalyzedCall[]): Row {
  const failed = calls.filter((call) => call.failed).length;
  return {
    llm_responses_of_this_type: calls.length,
    total_responses_analyzed: calls.length,
    failed_responses_count: failed,
    successful_responses_count: calls.length - failed,
    response_failure_rate_percentage: (failed / calls.length) * 100,
    response_success_rate_percentage: (1 - failed / calls.length) * 100,
    llm_response_tokens_estimated: calls.reduce((sum, { outputTokens }) => sum + outputTokens, 0),
    llm_response_time_ms: calls.reduce((sum, { latencyMs }) => sum + latencyMs, 0),
  };
}

/** Messages of a power, those to single powers by how it stood to them when the phase began. */
export function messageColumns(press: readonly PressMessage[], power: Power, standing: StandingOfPhase): Row {
  const sent = press.filter(({ sender }) => sender === power);
  const global = sent.filter(({ recipient }) => recipient === 'GLOBAL').length;
  const toThose = (fits: (step: number) => boolean): number =>
    sent.filter(({ recipient }) => {
      const step = recipient === 'GLOBAL' ? undefined : standing.towards.get(recipient);
      return step !== undefined && fits(step);
    }).length;
  const [allies, enemies, neutrals] = [toThose((step) => step > 0), toThose((step) => step < 0), toThose((step) => step === 0)];
  const percent = (count: number): Measured => (sent.length === 0 ? null : (count / sent.length) * 100);
  return {
    total_messages_sent: sent.length,
    messages_to_allies: allies,
    messages_to_enemies: enemies,
    messages_to_neutrals: neutrals,
    global_messages_count: global,
    private_messages_count: sent.length - global,
    percent_global_messages: percent(global),
    percent_messages_to_allies: percent(allies),
    percent_messages_to_enemies: percent(enemies),
    percent_messages_to_neutrals: percent(neutrals),
    average_message_length_chars: sent.length === 0 ? null : sent.reduce((sum, { text }) => sum + text.length, 0) / sent.length,
  };
}
