import type { Vendor } from './api-failure.js';
import type { BucketReading, LimitReading } from './rate-limiter.js';

/**
 * The limits as response headers: `x-ratelimit-*` with resets as durations (OpenAI), or `anthropic-ratelimit-*` with
 * resets as RFC 3339 times.
 */
export function formatRateLimitHeaders(vendor: Vendor, reading: LimitReading, now: number): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const kind of ['requests', 'tokens'] as const) {
    const bucket = reading[kind];
    if (!bucket) continue;
    if (vendor === 'openai') addOpenAi(headers, kind, bucket);
    else addAnthropic(headers, kind, bucket, now);
  }
  return headers;
}

function addOpenAi(headers: Record<string, string>, kind: string, { limit, remaining, resetMs }: BucketReading): void {
  headers[`x-ratelimit-limit-${kind}`] = String(limit);
  headers[`x-ratelimit-remaining-${kind}`] = String(remaining);
  headers[`x-ratelimit-reset-${kind}`] = formatGoDuration(resetMs);
}

function addAnthropic(
  headers: Record<string, string>,
  kind: string,
  { limit, remaining, resetMs }: BucketReading,
  now: number,
): void {
  headers[`anthropic-ratelimit-${kind}-limit`] = String(limit);
  headers[`anthropic-ratelimit-${kind}-remaining`] = String(remaining);
  headers[`anthropic-ratelimit-${kind}-reset`] = new Date(Math.ceil((now + resetMs) / 1_000) * 1_000)
    .toISOString()
    .replace('.000Z', 'Z');
}

/** A duration as Go prints it, which is how OpenAI's resets come: `120ms`, `8.64s`, `1m2s`, `6m0s`, `1h0m5s`. */
export function formatGoDuration(ms: number): string {
  if (ms < 1_000) return `${Math.max(0, Math.round(ms))}ms`;
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor((ms % 3_600_000) / 60_000);
  const seconds = (ms % 60_000) / 1_000;
  return `${hours > 0 ? `${hours}h` : ''}${hours > 0 || minutes > 0 ? `${minutes}m` : ''}${seconds}s`;
}
