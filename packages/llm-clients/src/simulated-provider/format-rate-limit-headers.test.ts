import { expect, test } from 'vitest';
import { formatGoDuration, formatRateLimitHeaders } from './format-rate-limit-headers.js';

// The forms in https://platform.openai.com/docs/guides/rate-limits#rate-limits-in-headers
test.each([
  [0, '0ms'],
  [120, '120ms'],
  [1_000, '1s'],
  [8_640, '8.64s'],
  [62_000, '1m2s'],
  [360_000, '6m0s'],
  [3_605_000, '1h0m5s'],
])('%d ms is written %s', (ms, text) => {
  expect(formatGoDuration(ms)).toBe(text);
});

test('each vendor names limits in its own way', () => {
  const reading = {
    requests: { limit: 60, remaining: 59, resetMs: 1_000 },
    tokens: { limit: 150_000, remaining: 149_984, resetMs: 6 },
  };
  const now = Date.UTC(2024, 0, 1, 12, 0, 0, 500);
  expect(formatRateLimitHeaders('openai', reading, now)).toEqual({
    'x-ratelimit-limit-requests': '60',
    'x-ratelimit-remaining-requests': '59',
    'x-ratelimit-reset-requests': '1s',
    'x-ratelimit-limit-tokens': '150000',
    'x-ratelimit-remaining-tokens': '149984',
    'x-ratelimit-reset-tokens': '6ms',
  });
  expect(formatRateLimitHeaders('anthropic', reading, now)).toEqual({
    'anthropic-ratelimit-requests-limit': '60',
    'anthropic-ratelimit-requests-remaining': '59',
    'anthropic-ratelimit-requests-reset': '2024-01-01T12:00:02Z',
    'anthropic-ratelimit-tokens-limit': '150000',
    'anthropic-ratelimit-tokens-remaining': '149984',
    'anthropic-ratelimit-tokens-reset': '2024-01-01T12:00:01Z',
  });
});
