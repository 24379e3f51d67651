import { clipText } from './clip-text.js';
import { asRecord } from './response-failure.js';

/** A field of a reply that should be text; empty text counts as absent. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The beginning of a reply that is not what it should be, for an error's message. */
export function excerptOf(data: unknown): string {
  return data === undefined ? 'nothing' : clipText(JSON.stringify(data), 200);
}

/** Lays the caller's own fields over a request body; objects are merged, anything else is replaced. */
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
