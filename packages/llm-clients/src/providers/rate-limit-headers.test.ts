import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWaitMs } from './parse-wait.js';
import { readRateLimitHeaders, readRetryAfterMs } from './rate-limit-headers.js';

const NOW = Date.UTC(2026, 10, 22, 12, 0, 0);

describe('a wait', () => {
  it.each([
    ['0', 0],
    ['2', 2_000],
    ['1.5', 1_500],
    // OpenAI and Groq
    ['120ms', 120],
    ['6m0s', 360_000],
    ['2m59.56s', 179_560],
    ['1h2m3s', 3_723_000],
    ['1d', 86_400_000],
    // HTTP date and RFC 3339 (Anthropic)
    ['Sun, 22 Nov 2026 12:00:30 GMT', 30_000],
    ['2026-11-22T12:00:05Z', 5_000],
    ['2026-11-22T11:00:00Z', 0],
    // Epoch milliseconds (OpenRouter) and seconds
    [String(NOW + 7_000), 7_000],
    [String(NOW / 1_000 + 7), 7_000],
    ['-3', 0],
    ['', undefined],
    ['soon', undefined],
  ])('written %o is %o ms', (text, waitMs) => {
    expect(parseWaitMs(text, NOW)).toBe(waitMs);
  });

  it('is never negative, whatever a server writes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.double().map(String),
          fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
        ),
        (text) => {
          expect(parseWaitMs(text, NOW) ?? 0).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe('rate-limit headers', () => {
  it('are absent where a response has none, and hold what it has', () => {
    expect(readRateLimitHeaders(new Headers({ date: 'now' }), NOW)).toBeUndefined();
    expect(
      readRateLimitHeaders(new Headers({ 'x-ratelimit-remaining-tokens': '5', 'x-ratelimit-limit-tokens': 'lots' }), NOW),
    ).toEqual({
      remainingTokens: 5,
    });
  });

  it('of Anthropic fall back on the tokens of the input', () => {
    const headers = new Headers({
      'anthropic-ratelimit-input-tokens-limit': '1000',
      'anthropic-ratelimit-input-tokens-remaining': '10',
      'anthropic-ratelimit-input-tokens-reset': '2026-11-22T12:00:05Z',
    });
    expect(readRateLimitHeaders(headers, NOW)).toEqual({ limitTokens: 1_000, remainingTokens: 10, resetTokensMs: 5_000 });
  });

  it('give the sooner reset if none is marked as used up', () => {
    const headers = new Headers({
      'x-ratelimit-limit-requests': '10',
      'x-ratelimit-reset-requests': '3s',
      'x-ratelimit-reset-tokens': '9s',
    });
    expect(readRetryAfterMs(headers, NOW)).toBe(3_000);
  });
});
