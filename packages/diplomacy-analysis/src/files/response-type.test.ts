import { expect, it } from 'vitest';
import { responseType } from './response-type.js';

it.each([
  ['initialization', 'initial_state_setup', 'format_initial_state'],
  ['message', 'negotiation_message', 'format_conversation'],
  ['plan', 'plan_generation', 'plan_generation'],
  ['negotiation-diary', 'negotiation_diary', 'format_negotiation_diary'],
  ['orders', 'order_generation', 'format_orders'],
  ['phase-diary', 'phase_result_diary', 'phase_result_diary'],
  ['state-update', 'state_update', 'format_state_update'],
  ['consolidation', 'diary_consolidation', 'diary_consolidation'],
  ['summary', 'phase_summary', 'phase_summary'],
  [null, 'other', 'other'],
] as const)('names calls for %s in the words of the predecessor', (stage, type, formatted) => {
  expect(responseType(stage, undefined, 'answered')).toBe(type);
  expect(responseType(stage, 'write-orders', 'answered')).toBe(type);
  expect(responseType(stage, 'format-orders', 'answered')).toBe(formatted);
  expect(responseType(stage, undefined, 'superseded')).toBe(`${type}_superseded`);
  expect(responseType(stage, 'format-orders', 'no_response')).toBe(`${formatted}_no_response`);
});
