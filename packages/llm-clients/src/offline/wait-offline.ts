import { type Clock, elapsedNow } from '../clock/clock.js';
import { AbortedError, TimeoutError } from '../errors/provider-errors.js';
import type { AttemptOutcome } from '../language-model.js';

export interface OfflineWait {
  readonly modelId: string;
  readonly clock: Clock;
  readonly latencyMs: number;
  readonly timeoutMs: number | undefined;
  readonly signal: AbortSignal | undefined;
}

/** Lets an offline call take its time. @throws AbortedError or TimeoutError, as a call over a network would */
export async function waitOffline({ modelId, clock, latencyMs, timeoutMs = Infinity, signal }: OfflineWait): Promise<void> {
  const details = { provider: 'offline', modelId };
  const startedAt = elapsedNow(clock);
  try {
    signal?.throwIfAborted();
    const waitMs = Math.min(latencyMs, timeoutMs);
    if (waitMs > 0) await clock.sleep(waitMs, signal);
  } catch (cause) {
    const error = new AbortedError('The call to the offline model was aborted by its caller', { ...details, cause });
    throw withAttempt(error, 'aborted', elapsedNow(clock) - startedAt);
  }
  if (latencyMs <= timeoutMs) return;
  throw withAttempt(new TimeoutError(`The offline model gave no answer within ${timeoutMs} ms`, details), 'timed-out', timeoutMs);
}

function withAttempt<Failure extends AbortedError | TimeoutError>(
  error: Failure,
  outcome: AttemptOutcome,
  latencyMs: number,
): Failure {
  error.attempts = [{ outcome, latencyMs }];
  return error;
}
