import { type Clock, elapsedNow } from '@entente/llm-clients';

/**
 * A clock that tells the time of day when it was made, and from then on what has passed since, so that the instants of one session on
 * record stand as far apart as they were, though somebody sets the machine's clock meanwhile.
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
