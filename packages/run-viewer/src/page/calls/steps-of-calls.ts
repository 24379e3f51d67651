import { parseCallPath } from '@entente/simulation-core/journal';
import type { CallRow } from '../../server/call-row';
import { type CallTime, spanOf, timeOf } from './call-times';

/** Calls of one step, in the order in which they were asked. */
export interface StepOfCalls {
  readonly step: string;
  readonly calls: readonly CallRow[];
  readonly span: CallTime;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Dollars; null where a call has no price. */
  readonly cost: number | null;
}

/** Groups calls by step, steps in the order of their first call. Work beside the steps stands with the step that it belongs to. */
export function stepsOfCalls(calls: readonly CallRow[]): readonly StepOfCalls[] {
  const steps = new Map<string, CallRow[]>();
  for (const call of calls) {
    const step = parseCallPath(call.path).segments[0] ?? '';
    const known = steps.get(step);
    if (known) known.push(call);
    else steps.set(step, [call]);
  }
  return [...steps].map(([step, own]) => ({
    step,
    calls: own.toSorted((one, other) => timeOf(one).begin - timeOf(other).begin || one.entry - other.entry),
    span: spanOf(own.map(timeOf)) ?? { begin: 0, end: 0 },
    inputTokens: own.reduce((sum, { inputTokens }) => sum + inputTokens, 0),
    outputTokens: own.reduce((sum, { outputTokens }) => sum + outputTokens, 0),
    cost: own.reduce<number | null>((sum, { cost }) => (sum === null || cost === null ? null : sum + cost), 0),
  }));
}
