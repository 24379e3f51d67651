import { nextTick } from 'node:process';
import pLimit from 'p-limit';
import type { Schedule } from './run-settings.js';

/**
 * Lets the live calls of one run go, each when its turn has come; a call's turn lasts until its answer is on record.
 * @param prompt name of the prompt that the call asks
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

/**
 * Lets calls go in waves, as a harness does that waits for everybody after every stage: all waiting calls of one prompt
 * start together, and no other call starts until the last of them is back. Of the prompts that wait, the one that has
 * waited longest is next.
 *
 * It can hold nothing up for good: a call that has started never waits for one that has not, so every wave ends, be it
 * in failures, and the next one follows.
 */
export function createBarrierGate(): CallSchedule {
  /** How to start the waiting calls, by prompt, longest waiting prompt first. */
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
   * First the program goes on as far as it can with what it has, so that a wave gathers all its calls: Node takes a tick
   * that is asked for by a promise only when no promise has anything left to do.
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
