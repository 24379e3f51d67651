import type { z } from 'zod';
import { describeProblems } from './describe-problems.js';
import { valueAt } from './value-at.js';

export type Fitted<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly complaint: string };

/** Checks a value as it is. */
export function fitsSchema<Value>(value: unknown, schema: z.ZodType<Value> | undefined): Fitted<Value> {
  if (!schema) return { ok: true, value: value as Value };
  const parsed = schema.safeParse(value);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, complaint: describeProblems(parsed.error, value) };
}

const MOST_ROUNDS = 6;

/**
 * Checks a value, and where it does not fit, tries what models commonly get slightly wrong: a number or a truth value as
 * text, null for a field that may be absent, one item where a list of them is asked for, JSON within a string, another
 * case of a listed word, one wrapper too many. Each change is kept only if the schema then accepts that place.
 */
export function fitToSchema<Value>(value: unknown, schema: z.ZodType<Value>): Fitted<Value> {
  const asSent = schema.safeParse(value);
  if (asSent.success) return { ok: true, value: asSent.data };
  let lowered: unknown = structuredClone(value);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const parsed = schema.safeParse(lowered);
    if (parsed.success) return { ok: true, value: parsed.data };
    const next = lowerOnce(lowered, parsed.error.issues, schema);
    if (next === undefined) break;
    lowered = next.value;
  }
  return { ok: false, complaint: describeProblems(asSent.error, value) };
}

type Issue = z.core.$ZodIssue;

function lowerOnce(value: unknown, issues: readonly Issue[], schema: z.ZodType): { readonly value: unknown } | undefined {
  let current = value;
  for (const issue of issues) {
    let best: { readonly value: unknown; readonly problems: number } | undefined;
    for (const replacement of replacementsFor(valueAt(current, issue.path), issue)) {
      const tried = withValueAt(current, issue.path, replacement);
      const left = schema.safeParse(tried).error?.issues ?? [];
      // The schema must be done with the place itself; problems further inside may be mended in the next round.
      const accepted = !left.some((other) => samePath(other.path, issue.path));
      if (accepted && left.length < (best?.problems ?? Infinity)) best = { value: tried, problems: left.length };
    }
    if (best) current = best.value;
  }
  return current === value ? undefined : { value: current };
}

const ABSENT = Symbol('absent');

function replacementsFor(value: unknown, issue: Issue): readonly unknown[] {
  // Unwrapping goes before wrapping: where both would do, models add wrappers rather than leave them out.
  const replacements: unknown[] = issue.path.length === 0 ? [...unwrapped(value)] : [];
  if (value === null && issue.path.length > 0) replacements.push(ABSENT);
  if (issue.code === 'invalid_type') replacements.push(...ofType(value, issue.expected));
  if (issue.code === 'invalid_value') replacements.push(...listedValue(value, issue.values));
  if (issue.code === 'invalid_union') {
    if (typeof value === 'string') replacements.push(...ofType(value, 'number'), ...ofType(value, 'boolean'));
    for (const branch of issue.errors) {
      for (const inner of branch)
        if (inner.path.length === 0) replacements.push(...replacementsFor(value, { ...inner, path: [] }));
    }
  }
  return replacements;
}

const PLAIN_NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

function ofType(value: unknown, expected: string): readonly unknown[] {
  const inString = typeof value === 'string' ? value.trim() : undefined;
  switch (expected) {
    case 'number':
    case 'int':
      return inString !== undefined && PLAIN_NUMBER.test(inString) ? [Number(inString)] : [];
    case 'boolean':
      return inString !== undefined && /^(?:true|false)$/i.test(inString) ? [inString.toLowerCase() === 'true'] : [];
    case 'string':
      return typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : [];
    case 'array':
      return [...insideString(inString), ...(value === undefined || value === null ? [] : [[value]])];
    case 'object':
    case 'record':
      return insideString(inString);
    default:
      return [];
  }
}

function insideString(text: string | undefined): readonly unknown[] {
  if (text === undefined || !/^[{[]/.test(text)) return [];
  try {
    return [JSON.parse(text)];
  } catch {
    return [];
  }
}

/** The one listed word that differs only in case and surrounding space. */
function listedValue(value: unknown, listed: readonly unknown[]): readonly unknown[] {
  if (typeof value !== 'string') return [];
  const plain = value.trim().toLowerCase();
  const same = listed.filter((word) => typeof word === 'string' && word.toLowerCase() === plain);
  return same.length === 1 ? same : [];
}

/** `[{...}]` for an object, or `{"answer": [...]}` for what stands in its one field. */
function unwrapped(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const contents: readonly unknown[] = Object.values(value);
  return contents.length === 1 ? contents : [];
}

type Path = readonly PropertyKey[];

function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}

function withValueAt(value: unknown, path: Path, replacement: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return replacement;
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (index === key ? withValueAt(item, rest, replacement) : item));
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([name, item]): [string, unknown][] => {
    if (name !== key) return [[name, item]];
    return rest.length === 0 && replacement === ABSENT ? [] : [[name, withValueAt(item, rest, replacement)]];
  });
  return Object.fromEntries(entries);
}
