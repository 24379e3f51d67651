import type { Clock } from '../clock/clock.js';
import { nodeClock } from '../clock/node-clock.js';

/** A clock whose time passes only when a test advances it. */
export interface FakeClock extends Clock {
  /** How many sleepers wait at this moment. */
  readonly sleeping: number;
  /** Lets `ms` pass: wakes sleepers in the order they are due, each with the work that follows from it, one after another. */
  advance(ms: number): Promise<void>;
  /**
   * Advances time, sleeper by sleeper, until `promise` settles, and returns its outcome. Real input and output gets one turn of
   * the event loop before the next sleeper wakes; otherwise a sleeping time-out would win against it.
   * @throws Error when nobody sleeps and nothing else happens, since the promise would never settle
   */
  runUntil<Value>(promise: Promise<Value>): Promise<Value>;
}

interface Sleeper {
  readonly due: number;
  readonly wake: () => void;
}

// Without sleepers only real input and output can still settle a promise: it gets some turns at once, then milliseconds.
const QUICK_TURNS = 1_000;
const PATIENT_TURNS = 300_000;

/** Starts at `startMs` since the epoch. @default 2024-01-01T00:00:00Z */
export function createFakeClock(startMs = Date.UTC(2024, 0, 1)): FakeClock {
  let now = startMs;
  // Kept in waking order: earliest due first, first come first among equals.
  const sleepers: Sleeper[] = [];

  const add = (sleeper: Sleeper): void => {
    let low = 0;
    let high = sleepers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sleepers[middle]?.due ?? Infinity) <= sleeper.due) low = middle + 1;
      else high = middle;
    }
    sleepers.splice(low, 0, sleeper);
  };
  const wakeNext = async (): Promise<void> => {
    const sleeper = sleepers.shift();
    if (!sleeper) return;
    now = Math.max(now, sleeper.due);
    sleeper.wake();
    await turn();
  };

  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason as Error);
          return;
        }
        const stop = (): void => {
          sleepers.splice(sleepers.indexOf(sleeper), 1);
          reject(signal?.reason as Error);
        };
        const sleeper: Sleeper = {
          due: now + Math.max(0, ms),
          wake: () => {
            signal?.removeEventListener('abort', stop);
            resolve();
          },
        };
        signal?.addEventListener('abort', stop, { once: true });
        add(sleeper);
      }),
    get sleeping() {
      return sleepers.length;
    },
    async advance(ms) {
      const until = now + ms;
      await turn();
      while ((sleepers[0]?.due ?? Infinity) <= until) await wakeNext();
      now = until;
    },
    async runUntil(promise) {
      const progress = { settled: false };
      const settle = (): void => void (progress.settled = true);
      promise.then(settle, settle);
      for (let idleTurns = 0; ;) {
        await turn();
        if (progress.settled) return promise;
        if (sleepers.length > 0) {
          idleTurns = 0;
          await wakeNext();
        } else if (++idleTurns > QUICK_TURNS + PATIENT_TURNS) {
          throw new Error(
            'The fake clock has nobody to wake, and the promise it runs for has not settled: it would wait for ever',
          );
        } else if (idleTurns > QUICK_TURNS) await nodeClock.sleep(1);
      }
    },
  };
}

/** All promise reactions, and one round of input and output. */
async function turn(): Promise<void> {
  // eslint-disable-next-line no-restricted-globals -- a turn of the event loop, not a wait
  await new Promise((resolve) => setImmediate(resolve));
}

/**
 * A clock whose time passes by sleeping alone, and at once: what waits hours is over in a moment, and the same work takes the same
 * time on any machine.
 * @param startMs since the epoch. @default 2026-01-01T00:00:00Z
 */
export function createSleeplessClock(startMs = Date.UTC(2026, 0, 1)): Clock {
  let now = startMs;
  return {
    now: () => now,
    sleep: async (ms) => {
      now += ms;
    },
  };
}
