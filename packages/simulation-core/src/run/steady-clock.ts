import { type Clock, elapsedNow } from '@entente/llm-clients';

/**
 * Wraps a clock: reads the time of day once, and adds the time that has passed since. Instants of one session so keep their
 * distances even if the clock of the machine is set meanwhile.
 */
export function steadyClock(clock: Clock): Clock {
  if (!clock.elapsed) return clock;
  const madeAt = clock.now();
  const since = elapsedNow(clock);
  return {
    now: () => Math.round(madeAt + elapsedNow(clock) - since),
    elapsed: () => elapsedNow(clock),
    sleep: (ms, signal) => clock.sleep(ms, signal),
    load: clock.load,
  };
}
