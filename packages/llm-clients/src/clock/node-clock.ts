import { performance } from 'node:perf_hooks';
import type { Clock } from './clock.js';
import { createEventLoopLoad } from './event-loop-load.js';

/** The longest delay a timer takes; a longer one would fire at once. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** The one real clock: the machine's. */
export const nodeClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  // By hand, not node:timers/promises: that makes an exception with a stack for every time limit that was not reached.
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const cancel = (): void => {
        clearTimeout(timer);
        reject(signal?.reason as Error);
      };
      const timer = setTimeout(
        () => {
          signal?.removeEventListener('abort', cancel);
          resolve();
        },
        Math.min(ms, LONGEST_TIMER_MS),
      );
      if (signal?.aborted) cancel();
      else signal?.addEventListener('abort', cancel, { once: true });
    }),
  load: createEventLoopLoad({
    now: () => performance.now(),
    idleMs: () => performance.eventLoopUtilization().idle,
    // An immediate without a reference runs after each look at the sockets, and lets the loop wait all the same.
    afterTurn: (callback) => void setImmediate(callback).unref(),
  }),
};
