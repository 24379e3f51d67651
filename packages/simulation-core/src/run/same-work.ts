import { canonicalJson } from '../hash/canonical-json.js';
import { isWorkDeferred, type RecordedFact } from '../journal/record.js';

/**
 * Whether the work on record is the one that is deferred now, although more was recorded of it: older versions copied into its
 * input what the state has anyway.
 */
export function isSameWork(recorded: RecordedFact, now: RecordedFact): boolean {
  if (!isWorkDeferred(recorded) || !isWorkDeferred(now)) return false;
  if (recorded.key !== now.key || recorded.kind !== now.kind) return false;
  const [before, after] = [recorded.input, now.input];
  if (!isObject(before) || !isObject(after)) return false;
  return Object.entries(after).every(([key, value]) => key in before && canonicalJson(before[key]) === canonicalJson(value));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
