import { describe, expect, it } from 'vitest';
import type { Clock } from '../clock/clock.js';
import { createFakeClock } from '../testing/fake-clock.js';
import { CutShort, underDeadline } from './under-deadline.js';

describe('a time limit', () => {
  it('cuts the work when it is over', async () => {
    const clock = createFakeClock(0);
    const work = underDeadline({ clock, timeoutMs: 8_000 }, (signal) => clock.sleep(9_000, signal));
    await expect(clock.runUntil(work)).rejects.toBeInstanceOf(CutShort);
    expect(clock.now()).toBe(8_000);
  });

  it('lets a reply count that came while the process stood still', async () => {
    // A process that is stopped for 25 s: its timers are due before it looks at its sockets, where the reply lies.
    let elapsed = 0;
    let answer: ((reply: string) => void) | undefined;
    const clock: Clock = {
      now: () => 0,
      elapsed: () => elapsed,
      sleep: async (ms) => {
        elapsed += elapsed === 0 ? 25_000 : ms;
        await new Promise((resolve) => setImmediate(resolve));
        if (elapsed > 25_000) answer?.('here');
      },
    };
    const work = underDeadline({ clock, timeoutMs: 8_000 }, (signal) => {
      return new Promise((resolve, reject) => {
        answer = resolve;
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      });
    });
    await expect(work).resolves.toBe('here');
  });
});
