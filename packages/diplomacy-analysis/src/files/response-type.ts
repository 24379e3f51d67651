import type { CallStage } from '@entente/diplomacy-game/state';

/** `response_type` of llm_responses.csv by what a call was for, in the predecessor's words. */
const OF_STAGES: Readonly<Record<CallStage, string>> = {
  initialization: 'initial_state_setup',
  message: 'negotiation_message',
  plan: 'plan_generation',
  'negotiation-diary': 'negotiation_diary',
  orders: 'order_generation',
  'phase-diary': 'phase_result_diary',
  'state-update': 'state_update',
  consolidation: 'diary_consolidation',
  summary: 'phase_summary',
};

/** Types of the second call in two-step mode. */
const OF_FORMATTING: Readonly<Partial<Record<CallStage, string>>> = {
  initialization: 'format_initial_state',
  message: 'format_conversation',
  'negotiation-diary': 'format_negotiation_diary',
  orders: 'format_orders',
  'state-update': 'format_state_update',
};

/** Kind of a row of llm_responses.csv: an answer that stands, a superseded one, or a call without an answer. */
export type RowKind = 'answered' | 'superseded' | 'no_response';

/**
 * The type of a row. The predecessor never asks twice, and its scripts take every row of a type for one power and phase as what the power
 * did: they would count orders and messages of superseded replies. So the type of such rows is `order_generation_superseded`, and that of a
 * call without an answer `order_generation_no_response`.
 * @param stage `null` for a call that no game of this version makes
 * @param promptName name of the prompt, where it is on record
 */
export function responseType(stage: CallStage | null, promptName: string | undefined, kind: RowKind): string {
  const formatting = stage !== null && promptName?.startsWith('format-') === true ? OF_FORMATTING[stage] : undefined;
  const type = formatting ?? (stage === null ? 'other' : OF_STAGES[stage]);
  return kind === 'answered' ? type : `${type}_${kind}`;
}
