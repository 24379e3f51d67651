import { asRecord } from './response-failure.js';

/** A request body with the caller's own fields on top; objects are merged, all else is replaced. */
export function mergeBody(
  body: Readonly<Record<string, unknown>>,
  extra: Readonly<Record<string, unknown>> | undefined,
): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...body };
  for (const [name, value] of Object.entries(extra ?? {})) {
    const [present, added] = [asRecord(merged[name]), asRecord(value)];
    merged[name] = present && added ? mergeBody(present, added) : value;
  }
  return merged;
}
