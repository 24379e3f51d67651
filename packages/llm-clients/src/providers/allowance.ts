import { parseWaitMs } from './parse-wait.js';
import { readRetryAfterMs } from './rate-limit-headers.js';
import type { ResponseFailure } from './response-failure.js';

const PERIODS = ['second', 'minute', 'hour', 'day', 'week', 'month'] as const;
/** The time over which an allowance is counted. */
export type AllowancePeriod = (typeof PERIODS)[number];

// As services write them: per day, PerDay, per-day, daily, TPD; "session" is Ollama's word for some hours.
const PERIOD_WORDS: readonly (readonly [AllowancePeriod, RegExp])[] = [
  ['second', /per[ _-]?sec(ond)?|(?<![a-z])RPS(?![a-z])/i],
  ['minute', /per[ _-]?min(ute)?|\/ ?min\b|by_?minute|(?<![a-z])(RPM|[IO]?TPM)(?![a-z])/i],
  ['hour', /per[ _-]?hour|hourly|(?<![a-z])(RPH|TPH)(?![a-z])|session (usage )?limit/i],
  ['day', /per[ _-]?day|by_?day|daily|(?<![a-z])(RPD|TPD)(?![a-z])|24 hours|per 86400 ?s|今日|每日|当日/i],
  ['week', /per[ _-]?week|weekly/i],
  ['month', /per[ _-]?month|by_?month|monthly/i],
];

/** Beyond this, waiting is for people, not for programs: a call's own deadline is as long. */
const LONG_WAIT_MS = 1_800_000;

/** A used-up allowance that an error response mentions; its fields are undefined where the response is silent. */
export interface UsedUpAllowance {
  readonly period: AllowancePeriod | undefined;
  /** Whether it is over for hours or days, so that a batch had better stop. */
  readonly isForLong: boolean;
  /** Milliseconds until it is available again, if known. */
  readonly waitMs: number | undefined;
}

/** Reads the period over which the exceeded limit counts, and the time until it is available again. */
export function readUsedUpAllowance(failure: ResponseFailure, nowMs: number): UsedUpAllowance {
  const { words, headers } = failure;
  // Gemini may list several quotas; the longest decides. A message names the quota that was exceeded first, and may mention
  // others after it.
  const period = longestPeriodIn(words.codes) ?? firstPeriodIn(words.message);
  const isUsageLimit = /usage limit|regain access|(daily|monthly) (request )?quota/i.test(words.message);
  const isOfDays = period !== undefined && PERIODS.indexOf(period) >= PERIODS.indexOf('hour');
  const asked = sane(readRetryAfterMs(headers, nowMs));
  const told = sane(
    waitInWords(words.message, nowMs) ?? (words.limitReset === undefined ? undefined : parseWaitMs(words.limitReset, nowMs)),
  );
  const inBody = sane(words.retryDelayMs);
  const waits = [asked, told, inBody].filter((wait) => wait !== undefined);
  const longest = waits.length === 0 ? undefined : Math.max(...waits);
  const isForLong = isOfDays || isUsageLimit || (longest !== undefined && longest >= LONG_WAIT_MS);
  // A quota of a day that asks to wait for seconds means another of its limits (Gemini).
  const isHonest = (wait: number): boolean => !isOfDays || period === 'hour' || wait >= 60_000;
  const waitMs = isForLong ? (longest !== undefined && isHonest(longest) ? longest : undefined) : (asked ?? inBody ?? told);
  return { period, isForLong, waitMs };
}

/** Beyond this, no wait is meant: a header holds nonsense. */
const LONGEST_WAIT_MS = 400 * 86_400_000;

function sane(waitMs: number | undefined): number | undefined {
  return waitMs !== undefined && waitMs >= 0 && waitMs <= LONGEST_WAIT_MS ? waitMs : undefined;
}

/** Tokens that a request was counted as, and that may be asked for a minute, where an error response names both. */
export function readOversize(message: string): { readonly limit: number; readonly requested: number } | undefined {
  const found = /limit:? ~?([\d,]+)\b.{0,60}?requested:? ~?([\d,]+)/i.exec(message);
  if (!found) return undefined;
  const [limit = NaN, requested = NaN] = found.slice(1).map((text) => Number(text.replaceAll(',', '')));
  return requested > limit ? { limit, requested } : undefined;
}

/** Tokens that may be asked for a minute, where an error response names that limit alone (Anthropic). */
export function readTokenLimit(message: string): number | undefined {
  const found = /of ([\d,]+) (?:input |output )?tokens per min/i.exec(message)?.[1];
  return found === undefined ? undefined : Number(found.replaceAll(',', ''));
}

function firstPeriodIn(text: string): AllowancePeriod | undefined {
  let first: { readonly period: AllowancePeriod; readonly at: number } | undefined;
  for (const [period, words] of PERIOD_WORDS) {
    const at = words.exec(text)?.index;
    if (at !== undefined && (!first || at < first.at)) first = { period, at };
  }
  return first?.period;
}

function longestPeriodIn(codes: string): AllowancePeriod | undefined {
  return PERIOD_WORDS.findLast(([, words]) => words.test(codes))?.[0];
}

// "Please try again in 9m38.016s" (OpenAI, Groq), "regain access on 2026-04-01 at 00:00 UTC" (Anthropic).
function waitInWords(message: string, nowMs: number): number | undefined {
  const duration = /(?:try again|retry|available|resets?)(?: \w+)? in ((?:\d+(?:\.\d+)?(?:ms|s|m|h|d) ?)+)/i.exec(message)?.[1];
  if (duration !== undefined) return parseWaitMs(duration.replaceAll(' ', ''), nowMs);
  const seconds = /(?:retry|again|wait)(?: after)? (\d+(?:\.\d+)?) ?sec/i.exec(message)?.[1];
  if (seconds !== undefined) return parseWaitMs(seconds, nowMs);
  const [, day, time = '00:00'] =
    /(?:access|reset|resets|available|again)\D{0,12}(\d{4}-\d\d-\d\d)(?:(?: at |[ T])(\d\d:\d\d))?/i.exec(message) ?? [];
  return day === undefined ? undefined : parseWaitMs(`${day}T${time}:00Z`, nowMs);
}
