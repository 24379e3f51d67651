import pLimit from 'p-limit';
import { type CallSchedule, createBarrierGate } from './barrier-gate.js';
import type { Schedule } from './run-settings.js';

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
