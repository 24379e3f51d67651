import type { Clock } from '../clock/clock.js';

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
