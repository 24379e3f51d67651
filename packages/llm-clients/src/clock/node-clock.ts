import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from './clock.js';

/** The one real clock: the machine's. */
export const nodeClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    try {
      await delay(ms, undefined, signal ? { signal } : {});
    } catch (error) {
      throw signal?.aborted ? signal.reason : error;
    }
  },
};
