import type { z } from 'zod';
import { findValues, parseStrictly, type ValueSpan } from './find-values.js';
import { mendJson } from './mend-json.js';
import { stripThinking } from './think-tags.js';
import { type Fitted, fitToSchema, fitsSchema } from './fit-to-schema.js';

export type ReadReply<Value> =
  | { readonly ok: true; readonly value: Value; /** The whole reply was one JSON value as asked. */ readonly exact: boolean }
  | { readonly ok: false; readonly complaint: string };

const FENCED = /^```[\w-]*[ \t]*\n([\s\S]*?)\n?```$/;

/**
 * Reads the value a reply holds: the whole reply where it is JSON, else the last value in it that fits the schema, mended
 * where it is broken. Text around the value, code fences and thoughts are passed over; string contents never change.
 */
export function readReply<Value = unknown>(text: string, schema?: z.ZodType<Value>): ReadReply<Value> {
  const whole = parseStrictly(text.trim());
  if (whole) {
    const fitted = fit(whole.value, schema);
    if (fitted.ok) return { ok: true, value: fitted.value, exact: true };
  }
  const candidates = [...valuesIn(text, whole)];
  for (const candidate of candidates) {
    const value = fitsSchema(candidate, schema);
    if (value.ok) return { ok: true, value: value.value, exact: false };
  }
  let complaint: string | undefined;
  for (const candidate of candidates) {
    const fitted = fit(candidate, schema);
    if (fitted.ok) return { ok: true, value: fitted.value, exact: false };
    complaint ??= fitted.complaint;
  }
  // Asked for a word or a line, models often send just that, without quotes. Only a schema of strings takes it.
  const bare = bareText(text);
  if (schema && bare !== '') {
    const fitted = fit(bare, schema);
    if (fitted.ok) return { ok: true, value: fitted.value, exact: false };
  }
  return { ok: false, complaint: complaint ?? (bare === '' ? 'the reply is empty' : 'the reply holds no JSON value') };
}

function fit<Value>(value: unknown, schema: z.ZodType<Value> | undefined): Fitted<Value> {
  return schema ? fitToSchema(value, schema) : { ok: true, value: value as Value };
}

/** What the reply may mean, likeliest first: sound values before mended ones, later before earlier, outer before inner. */
function* valuesIn(text: string, whole: { readonly value: unknown } | undefined): Generator<unknown> {
  if (whole) yield whole.value;
  const bare = bareText(text);
  const scalar = parseStrictly(bare);
  if (scalar && (typeof scalar.value !== 'object' || scalar.value === null)) yield scalar.value;
  const reply = text.replace(/\n\s*```\s*$/, '');
  yield* valuesOf(findValues(reply), reply);
  // Python's words for true, false and nothing, standing alone.
  if (/^(?:None|True|False|NaN|-?Infinity)$/.test(bare)) yield mendJson(bare)?.value;
}

function* valuesOf(spans: readonly ValueSpan[], text: string): Generator<unknown> {
  const lastFirst = [...spans].reverse();
  for (const span of lastFirst) if (span.strict) yield span.strict.value;
  for (const span of lastFirst) {
    if (span.strict) continue;
    const mended = mendJson(text.slice(span.start, span.end));
    if (mended) yield mended.value;
    yield* valuesOf(span.inner, text);
  }
}

/** The reply without thoughts and without the fence around all of it. */
function bareText(text: string): string {
  const spoken = stripThinking(text).trim();
  return (FENCED.exec(spoken)?.[1] ?? spoken).trim();
}
