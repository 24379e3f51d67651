import { parseWaitMs } from './parse-wait.js';

/** The part of `Headers` that reading a response needs. */
export interface HeaderReader {
  get(name: string): string | null;
}

/** The account's limits, as a response reports them. Resets are in milliseconds from now, limits are per the provider's own window. */
export interface RateLimitHeaders {
  readonly limitRequests?: number | undefined;
  readonly remainingRequests?: number | undefined;
  readonly resetRequestsMs?: number | undefined;
  readonly limitTokens?: number | undefined;
  readonly remainingTokens?: number | undefined;
  readonly resetTokensMs?: number | undefined;
}

// Per field: OpenAI and those who follow it, Anthropic, and the short names some aggregators use.
const COUNTS = {
  limitRequests: ['x-ratelimit-limit-requests', 'anthropic-ratelimit-requests-limit', 'x-ratelimit-limit'],
  remainingRequests: ['x-ratelimit-remaining-requests', 'anthropic-ratelimit-requests-remaining', 'x-ratelimit-remaining'],
  limitTokens: ['x-ratelimit-limit-tokens', 'anthropic-ratelimit-tokens-limit', 'anthropic-ratelimit-input-tokens-limit'],
  remainingTokens: [
    'x-ratelimit-remaining-tokens',
    'anthropic-ratelimit-tokens-remaining',
    'anthropic-ratelimit-input-tokens-remaining',
  ],
} as const;
const RESETS = {
  resetRequestsMs: ['x-ratelimit-reset-requests', 'anthropic-ratelimit-requests-reset', 'x-ratelimit-reset'],
  resetTokensMs: ['x-ratelimit-reset-tokens', 'anthropic-ratelimit-tokens-reset', 'anthropic-ratelimit-input-tokens-reset'],
} as const;

/** Reads the limits out of a response's headers, or undefined where it names none. */
export function readRateLimitHeaders(headers: HeaderReader, nowMs: number): RateLimitHeaders | undefined {
  const limits: Partial<Record<keyof RateLimitHeaders, number>> = {};
  let found = false;
  for (const [field, names] of Object.entries(COUNTS)) {
    const text = firstHeader(headers, names);
    const count = text === undefined ? NaN : Number(text);
    if (!Number.isFinite(count)) continue;
    limits[field as keyof typeof COUNTS] = count;
    found = true;
  }
  if (!found) return undefined;
  for (const [field, names] of Object.entries(RESETS)) {
    const text = firstHeader(headers, names);
    const waitMs = text === undefined ? undefined : parseWaitMs(text, nowMs);
    if (waitMs !== undefined) limits[field as keyof typeof RESETS] = waitMs;
  }
  return limits;
}

/**
 * Time a response asks to wait, in milliseconds: `retry-after-ms`, `retry-after`, or otherwise the reset of the used-up limit
 * (the sooner reset, where no limit is marked as used up).
 */
export function readRetryAfterMs(headers: HeaderReader, nowMs: number): number | undefined {
  const milliseconds = Number(headers.get('retry-after-ms') ?? NaN);
  if (Number.isFinite(milliseconds)) return Math.max(0, milliseconds);
  const retryAfter = headers.get('retry-after');
  const asked = retryAfter === null ? undefined : parseWaitMs(retryAfter, nowMs);
  if (asked !== undefined) return asked;

  const limits = readRateLimitHeaders(headers, nowMs);
  if (!limits) return undefined;
  const { remainingRequests, resetRequestsMs = 0, remainingTokens, resetTokensMs = 0 } = limits;
  const usedUp = Math.max(remainingRequests === 0 ? resetRequestsMs : 0, remainingTokens === 0 ? resetTokensMs : 0);
  if (usedUp > 0) return usedUp;
  const resets = [limits.resetRequestsMs, limits.resetTokensMs].filter((reset) => reset !== undefined && reset > 0);
  return resets.length > 0 ? Math.min(...(resets as number[])) : undefined;
}

function firstHeader(headers: HeaderReader, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = headers.get(name);
    if (value !== null && value !== '') return value;
  }
  return undefined;
}
