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
    const of = items ?? fields?.[keys[index]!];
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
    return like.length === 1 ? like[0]! : key;
  });
  return new Set(meanings).size === sent.length ? meanings : sent;
}

/** Finds a key of the schema that a value has in two spellings with different values: `{"mood": "calm", "Mood": "tense"}`. */
export function keySaidTwice(value: unknown, schema: z.core.$ZodType): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const items = itemsOf(schema);
  if (items) return firstOf(Object.values(value), (item: unknown) => keySaidTwice(item, items));
  const fields = Array.isArray(value) ? undefined : fieldsOf(schema);
  if (!fields) return undefined;
  const names = new Map(Object.keys(fields).map((name) => [plainKey(name), name]));
  const said = new Map<string, unknown>();
  return firstOf(Object.entries(value), ([key, item]: [string, unknown]) => {
    // Names that differ in marks alone are names of their own.
    const name = key in fields ? key : names.get(plainKey(key));
    if (name === undefined || names.get(plainKey(name)) !== name) return undefined;
    if (said.has(name) && JSON.stringify(said.get(name)) !== JSON.stringify(item)) return name;
    said.set(name, item);
    return keySaidTwice(item, fields[name] as z.core.$ZodType);
  });
}

function firstOf<Item>(items: readonly Item[], find: (item: Item) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A key without case, spaces and marks. */
export const plainKey = (key: string): string => key.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
