import { setMaxListeners } from 'node:events';
import type { Clock } from '../clock/clock.js';
import { sleepAwake } from '../clock/sleep-awake.js';

// Made once: an abort without a reason makes an exception with a stack, for every call.
const FINISHED = Symbol('finished');

export interface DeadlineOptions {
  readonly clock: Clock;
  /** Time in which this process stands still does not count; see `sleepAwake`. @default no limit */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Why work was cut short. */
export class CutShort extends Error {
  readonly by: 'deadline' | 'caller';

  constructor(by: CutShort['by'], cause?: unknown) {
    super(by === 'deadline' ? 'the time limit was reached' : 'the caller aborted', { cause });
    this.by = by;
  }
}

/**
 * Does work that ends when the time is over or the caller's signal fires.
 * @throws CutShort then; otherwise what the work throws
 */
export async function underDeadline<Value>(
  options: DeadlineOptions,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const { clock, timeoutMs, signal } = options;
  if (signal?.aborted) throw new CutShort('caller', signal.reason);
  const stop = new AbortController();
  const finished = new AbortController();
  let cut: CutShort | undefined;
  const cutBy = (by: CutShort['by'], cause?: unknown): void => {
    cut ??= new CutShort(by, cause);
    stop.abort(cut);
  };
  const onAbort = (): void => cutBy('caller', signal?.reason);
  // One signal may end a thousand calls at once, which Node would warn of as a leak.
  if (signal) setMaxListeners(0, signal);
  signal?.addEventListener('abort', onAbort, { once: true });
  if (timeoutMs !== undefined && timeoutMs < Infinity) {
    sleepAwake(clock, timeoutMs, finished.signal).then(
      () => cutBy('deadline'),
      () => undefined,
    );
  }
  try {
    return await work(stop.signal);
  } catch (error) {
    throw cut ?? error;
  } finally {
    finished.abort(FINISHED);
    signal?.removeEventListener('abort', onAbort);
  }
}
