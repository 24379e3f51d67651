import type { AllowancePeriod } from './allowance.js';

const HOUR_MS = 3_600_000;

/** Time at which an allowance is renewed, in milliseconds since the epoch, for error responses that do not tell it. */
export function usualReset(provider: string, period: AllowancePeriod | undefined, nowMs: number): number | undefined {
  // https://ai.google.dev/gemini-api/docs/rate-limits: quotas of a day reset at midnight Pacific time.
  return provider === 'gemini' && period === 'day' ? nextMidnight('America/Los_Angeles', nowMs) : undefined;
}

/** A moment for people: `at 2026-12-01 08:00 UTC, in 8 h 12 min`. */
export function describeMoment(atMs: number, nowMs: number): string {
  // Rounded up: who comes a little late finds it there.
  const minutes = Math.ceil(atMs / 60_000);
  const written = new Date(minutes * 60_000).toISOString().slice(0, 16).replace('T', ' ');
  return `at ${written} UTC, in ${describeWait(atMs - nowMs)}`;
}

function describeWait(ms: number): string {
  const minutes = Math.max(1, Math.ceil(ms / 60_000));
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return `${minutes} min`;
  const days = Math.floor(hours / 24);
  return days === 0 ? `${hours} h ${minutes % 60} min` : `${days} ${days === 1 ? 'day' : 'days'} ${hours % 24} h`;
}

// By trying the hours to come: no offset has to be known, and clocks may change on that day.
function nextMidnight(timeZone: string, nowMs: number): number | undefined {
  const hourOf = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' });
  const nextHour = (Math.floor(nowMs / HOUR_MS) + 1) * HOUR_MS;
  for (let at = nextHour; at <= nextHour + 25 * HOUR_MS; at += HOUR_MS) if (Number(hourOf.format(at)) === 0) return at;
  return undefined;
}
