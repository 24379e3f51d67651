const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const DURATION = /^(?:\d+(?:\.\d+)?(?:ms|s|m|h|d))+$/;
// A plain number beyond this many seconds is not a wait but a point in time: 1e9 seconds are in 2001, 1e12 milliseconds too.
const EPOCH_SECONDS = 1e9;
const EPOCH_MILLISECONDS = 1e12;

/**
 * Milliseconds to wait, from any form providers write it in: seconds (`1.5`), `6m0s`, `120ms`, an HTTP date, an RFC 3339
 * time, or an epoch time in seconds or milliseconds. Undefined where it is none of these; never negative.
 */
export function parseWaitMs(text: string, nowMs: number): number | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const number = Number(trimmed);
  if (Number.isFinite(number)) {
    if (number >= EPOCH_MILLISECONDS) return Math.max(0, number - nowMs);
    if (number >= EPOCH_SECONDS) return Math.max(0, number * 1_000 - nowMs);
    return Math.max(0, number * 1_000);
  }
  if (DURATION.test(trimmed)) {
    let total = 0;
    for (const [, amount, unit] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g))
      total += Number(amount) * (UNIT_MS[unit ?? ''] ?? 0);
    return Math.round(total);
  }
  const time = Date.parse(trimmed);
  return Number.isNaN(time) ? undefined : Math.max(0, time - nowMs);
}
