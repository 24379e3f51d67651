import type { z } from 'zod';
import { fieldsOf, itemsOf } from './schema-shape.js';

/**
 * A value with its keys written as the schema writes them, where they differ only in case, spaces and marks:
 * `"Private Diary "` and `private\_diary` are `private_diary`. A key that is there already is never overwritten.
 */
export function alignKeys(value: unknown, schema: z.core.$ZodType): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = itemsOf(schema);
    return items
      ? changed(
          value,
          value.map((item: unknown) => alignKeys(item, items)),
        )
      : value;
  }
  const fields = fieldsOf(schema);
  const items = fields ? undefined : itemsOf(schema);
  if (!fields && !items) return value;
  const entries = Object.entries(value);
  const keys = fields ? alignedKeys(Object.keys(value), Object.keys(fields)) : Object.keys(value);
  const aligned = entries.map(([, item], index) => {
    const of = items ?? fields?.[keys[index] as string];
    return of ? alignKeys(item, of) : (item as unknown);
  });
  const isSame = entries.every(([key, item], index) => key === keys[index] && item === aligned[index]);
  return isSame ? value : Object.fromEntries(keys.map((key, index) => [key, aligned[index]]));
}

const changed = (before: unknown[], after: unknown[]): unknown[] =>
  before.every((item, index) => item === after[index]) ? before : after;

function alignedKeys(sent: readonly string[], wanted: readonly string[]): readonly string[] {
  const known = new Set(wanted);
  if (sent.every((key) => known.has(key))) return sent;
  const there = new Set(sent);
  const meanings = sent.map((key) => {
    if (known.has(key)) return key;
    const like = wanted.filter((name) => !there.has(name) && plainKey(name) === plainKey(key));
    return like.length === 1 ? (like[0] as string) : key;
  });
  return new Set(meanings).size === sent.length ? meanings : sent;
}

/** A key without case, spaces and marks. */
export const plainKey = (key: string): string => key.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
