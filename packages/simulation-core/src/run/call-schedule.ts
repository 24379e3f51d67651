import { nextTick } from 'node:process';
import pLimit from 'p-limit';
import type { Schedule } from './run-settings.js';

/**
 * Starts the live calls of one run, each in its turn. A turn lasts until the answer is on record.
 * @param prompt name of the prompt that the call asks
 */
export type CallSchedule = <Value>(prompt: string, call: () => Promise<Value>) => Promise<Value>;

/** Creates the schedule of one run. */
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

/**
 * Starts calls in waves, like a harness that waits for every player after each stage: all waiting calls of one prompt start
 * together, and no other call starts before the last of them returns. The prompt that has waited longest is next.
 *
 * It cannot block for good: a call that has started never waits for one that has not, so every wave ends, even if in failures,
 * and the next one follows.
 */
export function createBarrierGate(): CallSchedule {
  /** Functions that start the waiting calls, by prompt, the longest waiting prompt first. */
  const waiting = new Map<string, (() => void)[]>();
  let inFlight = 0;
  let releasing = false;

  const release = (): void => {
    releasing = false;
    const [wave] = waiting;
    if (!wave) return;
    const [prompt, starts] = wave;
    waiting.delete(prompt);
    inFlight = starts.length;
    for (const start of starts) start();
  };

  /**
   * Lets the program first run as far as it can, so that a wave gathers all its calls: Node runs a tick requested by a promise
   * only when no promise has anything left to do.
   */
  const releaseSoon = (): void => {
    if (releasing || inFlight > 0) return;
    releasing = true;
    void Promise.resolve().then(() => nextTick(release));
  };

  return async (prompt, call) => {
    await new Promise<void>((start) => {
      const starts = waiting.get(prompt);
      if (starts) starts.push(start);
      else waiting.set(prompt, [start]);
      releaseSoon();
    });
    try {
      return await call();
    } finally {
      inFlight--;
      releaseSoon();
    }
  };
}
