import { type AllowancePeriod, readOversize, readTokenLimit, readUsedUpAllowance } from './allowance.js';
import { FAILURE_RULES, type FailureClass, ruleHolds } from './failure-rules.js';
import { readRateLimitHeaders } from './rate-limit-headers.js';
import type { ResponseFailure } from './response-failure.js';

/** Meaning of an error response, with the numbers in it. */
export interface ClassifiedFailure {
  readonly means: FailureClass;
  /** Time the provider asks to wait in milliseconds, if it does. */
  readonly waitMs?: number | undefined;
  /** The time over which the used-up allowance is counted. */
  readonly period?: AllowancePeriod | undefined;
  /** For `too-large`: the tokens of the request, as far as they are known, and those of a minute. */
  readonly oversize?: { readonly limit: number; readonly requested: number } | undefined;
}

/** Our own estimate of a request may be wrong by as much: below it, a request is not called too large on our word alone. */
const ESTIMATE_MARGIN = 0.7;

/**
 * Classifies an error response by `FAILURE_RULES` and by the numbers in it.
 * @param requestTokens our own estimate of the request's tokens, input and output, if there is one
 */
export function classifyFailure(failure: ResponseFailure, nowMs: number, requestTokens?: () => number): ClassifiedFailure {
  const means = FAILURE_RULES.find((rule) => ruleHolds(rule, failure))?.means ?? 'rejected';
  const { message } = failure.words;
  const isLimit = means === 'rate-limit' || (means === 'rejected' && failure.status === 413);
  const oversize = isLimit ? (readOversize(message) ?? ownOversize(failure, nowMs, requestTokens)) : undefined;
  if (oversize) return { means: 'too-large', oversize };
  const allowance = readUsedUpAllowance(failure, nowMs);
  const mayBeQuota = means === 'rate-limit' || means === 'rejected' || (means === 'bad-key' && failure.status === 403);
  if (mayBeQuota && allowance.isForLong && (means === 'rate-limit' || SPEAKS_OF_QUOTA.test(message))) {
    return {
      means: 'quota-used-up',
      waitMs: allowance.waitMs,
      period: allowance.period,
    };
  }
  return { means, waitMs: allowance.waitMs };
}

const SPEAKS_OF_QUOTA = /\b(quota|usage limits?|rate limit|limit (exceeded|reached))\b/i;

/** A limit of tokens below what we reckon the request to take. */
function ownOversize(
  { headers, words, status }: ResponseFailure,
  nowMs: number,
  requestTokens: (() => number) | undefined,
): ClassifiedFailure['oversize'] {
  if (!requestTokens || status !== 429) return undefined;
  const limit = readTokenLimit(words.message) ?? readRateLimitHeaders(headers, nowMs)?.limitTokens;
  if (limit === undefined || limit <= 0) return undefined;
  const requested = requestTokens();
  return requested * ESTIMATE_MARGIN > limit ? { limit, requested } : undefined;
}
