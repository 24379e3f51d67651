import type { z } from 'zod';
import { cutText, cutTextStart } from '../text/cut-text.js';
import { plainKey } from './align-keys.js';
import { findValues, type FoundValue, type FoundValues, type Unreadable } from './find-values.js';
import { fitsSchema, type Fitted, fitToSchema } from './fit-to-schema.js';
import { DEEPEST_VALUE, LONGEST_REPLY, parseStrictly } from './parse-strictly.js';
import { readLines } from './read-lines.js';
import { rewrittenValues } from './rewritten-values.js';
import { fieldsWanted, isList } from './schema-shape.js';
import { bareText, withoutAnswerTags } from './strip-thinking.js';

export type ReadReply<Value> =
  | { readonly ok: true; readonly value: Value; /** The whole reply was one JSON value as asked. */ readonly exact: boolean }
  | { readonly ok: false; readonly complaint: string };

/**
 * Reads the value in a reply: the whole reply if it is JSON, otherwise the last value in it that fits the schema, repaired if it
 * is broken. Text around the value, code fences and thoughts are skipped.
 * The result is exactly the text's value: if it could be read in two ways, or something would have to be left out, there is a
 * complaint instead. Several values in a row are a list where the schema asks for a list.
 *
 * Takes time in proportion to the reply. A reply longer than 16 million UTF-16 units, and values deeper than 100 levels, are not
 * read.
 */
export function readReply<Value = unknown>(text: string, schema?: z.ZodType<Value>): ReadReply<Value> {
  if (text.length > LONGEST_REPLY) {
    const complaint = `the reply is too long to be read: ${String(text.length)} characters; at most ${String(LONGEST_REPLY)} are`;
    return { ok: false, complaint };
  }
  const whole = parseStrictly(text.trim());
  if (whole) {
    const fitted = fit(wellFormedValue(whole.value), schema);
    if (fitted.ok) return { ok: true, value: fitted.value, exact: true };
    // Strict JSON contains nothing else.
    if (typeof whole.value === 'object' && whole.value !== null) return fitted;
  }
  return readLoosely(text, schema);
}

function readLoosely<Value>(text: string, schema: z.ZodType<Value> | undefined): ReadReply<Value> {
  const bare = bareText(text);
  const scalar = parseStrictly(bare) ?? pythonWord(bare);
  let complaint: string | undefined;
  if (scalar && (typeof scalar.value !== 'object' || scalar.value === null)) {
    const fitted = fit(wellFormedValue(scalar.value), schema);
    if (fitted.ok) return { ...fitted, exact: false };
    complaint = fitted.complaint;
  }
  const found = findValues(text);
  const hasNoValues = found.groups.length === 0;
  if (!hasNoValues) {
    const taken = takeFound(found, schema);
    if (taken.ok) return { ...taken, exact: false };
    complaint = taken.complaint;
  }
  for (const value of hasNoValues ? rewrittenValues(bare) : []) {
    const fitted = fit(wellFormedValue(value), schema);
    if (fitted.ok) return { ...fitted, exact: false };
    complaint = fitted.complaint;
  }
  // Asked for a word or a line, models often send just that, without quotes. Only a schema of strings takes it.
  if (schema && bare !== '') {
    const said = isList(schema) ? itemsSaid(bare, found) : withoutAnswerTags(bare);
    const fitted = said === undefined ? undefined : fit<Value>(wellFormedValue(said), schema);
    if (fitted?.ok) return { ...fitted, exact: false };
    const lines = hasNoValues && found.unreadable.length === 0 ? readLines(bare, fieldsWanted(schema) ?? []) : undefined;
    const inLines = lines && fit(wellFormedValue(lines), schema);
    if (inLines?.ok) return { ...inLines, exact: false };
  }
  const unreadable = found.unreadable.at(-1);
  complaint ??= unreadable && describeUnreadable(text, unreadable);
  return { ok: false, complaint: complaint ?? (bare === '' ? 'the reply is empty' : 'the reply holds no JSON value') };
}

const LIST_MARK = /^\s*(?:[-*•]|\d{1,3}[.)])\s+/;

/** Reads a text without JSON where a list is asked for: as its single item, or as lines with list marks. */
function itemsSaid(bare: string, { groups, unreadable }: FoundValues): unknown {
  if (groups.length > 0 || unreadable.length > 0 || /^["'“„[{]/.test(bare)) return undefined;
  const lines = bare.split('\n').filter((line) => line.trim() !== '');
  if (lines.every((line) => LIST_MARK.test(line))) return lines.map((line) => line.replace(LIST_MARK, '').trim());
  return lines.length === 1 ? bare : undefined;
}

/** Chooses the intended value among all values of a reply: later before earlier, unchanged before adapted ones. */
function takeFound<Value>({ groups }: FoundValues, schema: z.ZodType<Value> | undefined): Fitted<Value> {
  const lastFirst = groups.toReversed();
  const all = groups.flat().map(({ value }) => value);
  if (schema && groups.length > 1 && !allSame(all) && fitsSchema(all, schema).ok) {
    // A list is asked for and text separates its items, so drafts among them cannot be recognised.
    const alone = groups.filter((group) => fitsSchema(valueOf(group), schema).ok);
    const complaint = `the reply holds ${String(all.length)} values with text between them; send one list of them`;
    if (alone.length !== 1) return { ok: false, complaint };
  }
  for (const group of lastFirst) {
    const fitted = fitGroup(group, schema, fitsSchema);
    if (fitted.ok) return fitted;
  }
  const bent = lastFirst.map((group) => fitGroup(group, schema, fit));
  return bent.find((fitted) => fitted.ok) ?? bent[0]!;
}

type Fitter = <Value>(value: unknown, schema: z.ZodType<Value> | undefined) => Fitted<Value>;

/** A value alone; several in a row as a list of them, else the only one that fits. */
function fitGroup<Value>(group: readonly FoundValue[], schema: z.ZodType<Value> | undefined, fitter: Fitter): Fitted<Value> {
  const value = valueOf(group);
  if (value === group[0]?.value) return fitter(value, schema);
  const asList = fitter(value, schema);
  const fitting = group.map((each) => fitter(each.value, schema)).filter((each) => each.ok);
  if (fitting.length > 1 && !fitsSchema(value, schema).ok)
    return {
      ok: false,
      complaint: `the reply holds ${String(group.length)} values in a row where one is asked for; send the one that is meant`,
    };
  if (asList.ok) return asList;
  const parts = group.filter(({ value: part }) => Array.isArray(part) || keysOf(part).some((key) => isWanted(key, schema)));
  if (parts.length < 2) return fitting[0] ?? asList;
  // `{"option": "b"}\n{"reason": "..."}` is one answer in two parts.
  const keys = parts.flatMap(({ value: part }) => keysOf(part).map(plainKey));
  if (!parts.some(({ value: part }) => Array.isArray(part)) && new Set(keys).size === keys.length)
    return fitter(Object.fromEntries(parts.flatMap(({ value: part }) => Object.entries(part))), schema);
  return { ok: false, complaint: `the reply holds ${String(group.length)} values in a row that belong together; send one value` };
}

const keysOf = (value: object): readonly string[] => Object.keys(value);

const isWanted = (key: string, schema: z.ZodType | undefined): boolean =>
  schema !== undefined && (fieldsWanted(schema) ?? []).some((name) => plainKey(name) === plainKey(key));

/** A group of equal values is one of them. */
function valueOf(group: readonly FoundValue[]): unknown {
  const values = group.map(({ value }) => value);
  return values.length === 1 || allSame(values) ? values[0] : values;
}

function allSame(values: readonly unknown[]): boolean {
  const [first, ...rest] = values.map((value) => JSON.stringify(value));
  return rest.every((json) => json === first);
}

function fit<Value>(value: unknown, schema: z.ZodType<Value> | undefined): Fitted<Value> {
  return schema ? fitToSchema(value, schema) : { ok: true, value: value as Value };
}

/** Python's words for true, false and nothing, standing alone. */
function pythonWord(text: string): { readonly value: unknown } | undefined {
  if (/^(?:None|NaN|[-+]?Infinity)$/.test(text)) return { value: null };
  return /^(?:True|False)$/.test(text) ? { value: text === 'True' } : undefined;
}

const SHOWN_AROUND = 30;

/** Why the reply's JSON could not be read, with the place. */
function describeUnreadable(text: string, { start, at, problem }: Unreadable): string {
  const before = text.slice(start, at);
  const shown = `${cutTextStart(before, SHOWN_AROUND)}${cutText(text.slice(at), SHOWN_AROUND)}`.replace(/\s+/g, ' ').trim();
  switch (problem) {
    case 'too-deep':
      return `the reply's JSON lies more than ${String(DEEPEST_VALUE)} levels deep`;
    case 'said-twice':
      return `the reply's JSON says one key twice, with different values, near: ${shown}`;
    case 'two-readings':
      return `the reply's JSON can be read in more than one way; check its quotes, commas and brackets`;
    case 'more-beside':
      return `the reply holds several values, of which one is not valid JSON, near: ${shown}`;
    case 'not-understood':
      return `the reply's JSON is not valid near: ${shown}`;
  }
}

/** Replaces half characters (lone surrogates) in the texts and keys of a value by U+FFFD; returns the value itself if it has none. */
function wellFormedValue(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value !== 'object' || value === null) return value;
  // Escapes of single halves are the only way in for them, and rare: `JSON.stringify` writes them out again.
  if (!/\\ud[89a-f]/i.test(JSON.stringify(value))) return value;
  return mended(value);
}

// Depth is bounded where values are read.
function mended(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(mended);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.toWellFormed(), mended(item)]));
}
