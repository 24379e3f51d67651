import { forEveryPower, type MISSING_TYPES } from '@entente/diplomacy-game/state';
import { type Power, POWERS } from '@entente/diplomacy-rules';
import { modelName } from '../files/predecessor-config.js';
import type { GameRecord } from './game-record.js';

/** Numbers of errors; `conversation_errors` and `order_decoding_errors` are the predecessor's names. */
const ERRORS = [
  /** Rounds in which a power was silent because its reply was of no use. */
  'conversation_errors',
  /** Phases in which no reply with orders could be read. */
  'order_decoding_errors',
  'initialization_errors',
  'plan_errors',
  'diary_errors',
  'state_update_errors',
  'consolidation_errors',
  'summary_errors',
  /** Messages that were written and not delivered. */
  'messages_dropped',
  /** Texts that were not understood as orders, or not allowed. */
  'illegal_orders',
  /** Units that got an order only after a repeated question. */
  'repaired_orders',
  /** Units that held, disbanded or were not built because nothing usable was ordered. */
  'defaulted_orders',
  /** Repeated questions. */
  'replies_asked_again',
  /** Calls that got no answer after all attempts. */
  'calls_without_answer',
  /** All answers of this run, for the share. */
  'calls',
  /** Answers that a fork took over from its parent; they are in none of the other counts. */
  'inherited_calls',
] as const;
type ErrorName = (typeof ERRORS)[number];

export type ErrorCounts = Readonly<Record<ErrorName, number>>;

const OF_MISSING: Readonly<Record<(typeof MISSING_TYPES)[number], ErrorName>> = {
  'initialization-missing': 'initialization_errors',
  'messages-missing': 'conversation_errors',
  'plan-missing': 'plan_errors',
  'diary-missing': 'diary_errors',
  'update-missing': 'state_update_errors',
  'consolidation-missing': 'consolidation_errors',
  'summary-missing': 'summary_errors',
};

/**
 * Counts errors of a game, by power and then by model. A model's counts are those of its powers, and of its calls as a
 * narrator. Every power and model is listed, with zeros where nothing went wrong. A fork counts what happened in it: errors of its
 * parent are in the parent's own counts, and were made by the parent's players.
 */
export function errorCounts({ state, takenOver, outcomes, spec }: GameRecord): Readonly<Record<string, ErrorCounts>> {
  const modelOf = forEveryPower((power) => modelName(spec.seats[power].model));
  const { narrator } = spec;
  const models = [...POWERS.map((power) => modelOf[power]), ...(narrator ? [modelName(narrator)] : [])];
  const counts = new Map([...POWERS, ...models].map((name) => [name, Object.fromEntries(ERRORS.map((error) => [error, 0]))]));
  const count = (error: ErrorName, power: Power | null, times = 1): void => {
    const model = power === null ? narrator && modelName(narrator) : modelOf[power];
    for (const name of [power, model]) {
      const own = name === null ? undefined : counts.get(name);
      if (own) own[error] = (own[error] ?? 0) + times;
    }
  };

  for (const missing of state.missing.slice(takenOver.missing.length)) count(OF_MISSING[missing.type], missing.power ?? null);
  for (const { sender } of state.dropped.slice(takenOver.dropped.length)) count('messages_dropped', sender);
  for (const { power, reason } of state.defaulted.slice(takenOver.defaulted.length)) {
    if (reason === 'refusal' || reason === 'length-cut' || reason === 'unparsable') count('order_decoding_errors', power);
  }
  for (const power of POWERS) {
    const { illegal, repaired, defaulted } = state.orderCounts[power];
    const before = takenOver.orderCounts[power];
    count('illegal_orders', power, illegal - before.illegal);
    count('repaired_orders', power, repaired - before.repaired);
    count('defaulted_orders', power, defaulted - before.defaulted);
  }
  for (const { power, calls, askedAgain, takenOver: inherited } of outcomes.answers.values()) {
    count('calls', power, calls);
    count('inherited_calls', power, inherited);
    count('replies_asked_again', power, askedAgain);
  }
  for (const { place } of outcomes.failedCalls) count('calls_without_answer', place?.power ?? null);
  return Object.fromEntries(counts) as Readonly<Record<string, ErrorCounts>>;
}
