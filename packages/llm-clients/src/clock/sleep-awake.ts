import { type Clock, elapsedNow } from './clock.js';

/** Number of shorter waits that make up one wait. A standstill shows as one of them that ends late. */
const SLICES = 16;
/** A slice that ends later than this, and later than its own length, was a standstill; a busy process is late by less. */
const LEAST_GAP_MS = 1_000;
const MOST_GAPS = 16;

/**
 * Sleeps for `ms` of time in which this process has run. Time in which it stood still (stopped by a signal, or its event loop blocked)
 * does not count, but for a slice of the wait; after it there is a slice more, in which what has arrived meanwhile can be read.
 */
export async function sleepAwake(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  const slice = Math.max(1, Math.ceil(ms / SLICES));
  let leftMs = ms;
  let gaps = 0;
  do {
    const sliceMs = Math.min(slice, leftMs);
    const startedAt = elapsedNow(clock);
    await clock.sleep(sliceMs, signal);
    const lateMs = elapsedNow(clock) - startedAt - sliceMs;
    if (lateMs > Math.max(LEAST_GAP_MS, sliceMs) && gaps < MOST_GAPS) gaps += 1;
    else leftMs -= sliceMs;
  } while (leftMs > 0);
}
