import pLimit from 'p-limit';
import { createBarrierGate } from './barrier-gate.js';
import type { Schedule } from './run-settings.js';

/**
 * Lets the live calls of one run go, each when its turn has come; a call's turn lasts until its answer is on record.
 * @param prompt what the call asks: the name of its label
 */
export type CallSchedule = <Value>(prompt: string, call: () => Promise<Value>) => Promise<Value>;

/** A schedule of its own for every run. */
export function createCallSchedule(schedule: Schedule): CallSchedule {
  switch (schedule) {
    case 'concurrent':
      return (_prompt, call) => call();
    case 'sequential': {
      const oneAtATime = pLimit(1);
      return (_prompt, call) => oneAtATime(call);
    }
    case 'barriers':
      return createBarrierGate();
    default:
      return schedule satisfies never;
  }
}
