import type { Clock } from '../clock/clock.js';
import type { EmbeddingModel } from '../embedding-model.js';
import { AbortedError, isRetryable, ProviderError } from '../errors/provider-errors.js';
import { type Attempt, identityOf, type LanguageModel } from '../language-model.js';

export interface RetryOptions {
  readonly clock: Clock;
  /** In [0, 1): spreads the retries of calls that failed together. */
  readonly random: () => number;
  /**
   * Requests that may fail for one call, the first included. A 429 is not a failure but a "later": the endpoint's limiter
   * slows down, and only the deadline ends it.
   * @default 8
   */
  readonly maxAttempts?: number | undefined;
  /** The first back-off is drawn from 0 to this many milliseconds, each further one from twice as many. @default 500 */
  readonly baseMs?: number | undefined;
  /** The longest back-off that is drawn, in milliseconds; a provider may ask for a longer one. @default 30000 */
  readonly capMs?: number | undefined;
  /**
   * Limit over all attempts and back-offs of one call in milliseconds, where the request sets none. Time in the queue
   * does not count. A wait that would end after it is not begun. @default 1800000, half an hour
   */
  readonly deadlineMs?: number | undefined;
  /** Told before each back-off. */
  readonly onRetry?: ((error: ProviderError, waitMs: number) => void) | undefined;
}

const DEFAULT_DEADLINE_MS = 1_800_000;

/**
 * Asks again where that may help (`isRetryable`), after a wait that grows and is spread at random, never sooner than the
 * provider asks. While it waits, a call holds no slot. Every attempt is listed in the result, or in the error's `attempts`.
 */
export function withRetry(model: LanguageModel, options: RetryOptions): LanguageModel {
  return {
    ...identityOf(model),
    generate: (request) => callWithRetry(model, request, options, (limits) => model.generate({ ...request, ...limits })),
  };
}

/** `withRetry` for vectors. */
export function withEmbeddingRetry(model: EmbeddingModel, options: RetryOptions): EmbeddingModel {
  return {
    ...identityOf(model),
    embed: (texts, settings = {}) =>
      callWithRetry(model, settings, options, (limits) => model.embed(texts, { ...settings, ...limits })),
  };
}

interface CallLimits {
  readonly timeoutMs?: number | undefined;
  readonly deadlineMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly stop?: AbortSignal | undefined;
}

async function callWithRetry<Result extends { readonly attempts: readonly Attempt[] }>(
  model: { readonly provider: string; readonly modelId: string },
  request: CallLimits,
  options: RetryOptions,
  attempt: (limits: { readonly timeoutMs: number }) => Promise<Result>,
): Promise<Result> {
  const { clock, random, onRetry } = options;
  const { maxAttempts = 8, baseMs = 500, capMs = 30_000 } = options;
  const deadlineMs = request.deadlineMs ?? options.deadlineMs ?? DEFAULT_DEADLINE_MS;
  const attempts: Attempt[] = [];
  let waitedMs = 0;
  let failures = 0;
  for (let round = 0; ; round += 1) {
    // Attempts carry their own time at the provider: what a call spent in the queue is not in it.
    const leftMs = deadlineMs - waitedMs - totalLatencyMs(attempts, request.timeoutMs);
    try {
      const result = await attempt({ timeoutMs: Math.min(request.timeoutMs ?? Infinity, leftMs) });
      return attempts.length === 0 ? result : { ...result, attempts: [...attempts, ...result.attempts] };
    } catch (error) {
      if (!ProviderError.isInstance(error)) throw error;
      attempts.push(...error.attempts);
      error.attempts = [...attempts];
      if (error.kind !== 'rate-limit') failures += 1;
      if (!isRetryable(error) || failures >= maxAttempts) throw error;
      const waitMs = backOffMs(round, error.retryAfterMs, { baseMs, capMs, random });
      if (waitedMs + waitMs + totalLatencyMs(attempts, request.timeoutMs) >= deadlineMs) throw error;
      onRetry?.(error, waitMs);
      await sleep(waitMs, clock, model, request, attempts);
      waitedMs += waitMs;
    }
  }
}

/** Full jitter: anything from at once to the whole back-off; on top of what the provider asks for, a little of it. */
function backOffMs(
  round: number,
  retryAfterMs: number | undefined,
  { baseMs, capMs, random }: { readonly baseMs: number; readonly capMs: number; readonly random: () => number },
): number {
  const jitter = random() * Math.min(capMs, baseMs * 2 ** round);
  return retryAfterMs === undefined ? jitter : Math.max(jitter, retryAfterMs + random() * baseMs);
}

/** The time of all attempts; one that a standstill of this process has drawn out counts no more than it was given. */
function totalLatencyMs(attempts: readonly Attempt[], timeoutMs = Infinity): number {
  return attempts.reduce((total, { latencyMs }) => total + Math.min(latencyMs, timeoutMs), 0);
}

async function sleep(
  ms: number,
  clock: Clock,
  { provider, modelId }: { readonly provider: string; readonly modelId: string },
  { signal, stop }: CallLimits,
  attempts: readonly Attempt[],
): Promise<void> {
  try {
    await clock.sleep(ms, signal && stop ? AbortSignal.any([signal, stop]) : (signal ?? stop));
  } catch (cause) {
    const message = `The call to ${provider}:${modelId} was aborted while it waited to be tried again`;
    const error = new AbortedError(message, { provider, modelId, cause });
    error.attempts = [...attempts];
    throw error;
  }
}
