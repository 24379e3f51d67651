import type { z } from 'zod';
import { cutText } from '../text/cut-text.js';
import { fieldsWanted } from './schema-shape.js';

const MOST_PROBLEMS = 8;
const LONGEST_QUOTE = 60;

/** A validator's complaint in words a model can act on: one line a problem, `orders[2].power: expected one of A, B; got "C"`. */
export function describeProblems(error: z.ZodError, value: unknown, schema?: z.ZodType): string {
  const shown = error.issues
    .slice(0, MOST_PROBLEMS)
    .map((issue) => `${formatPath(issue.path)}: ${describeIssue(issue, value, schema)}`);
  const more = error.issues.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${String(more)} more problems of this kind`] : [])].join('\n');
}

function describeIssue(issue: z.core.$ZodIssue, root: unknown, schema: z.ZodType | undefined): string {
  const value = valueAt(root, issue.path);
  const got = quote(value);
  switch (issue.code) {
    case 'invalid_type':
      if (got === undefined) return `is missing; expected ${issue.expected}`;
      if (isOfType(value, issue.expected)) return describeMisfit(value, issue.path.length === 0 ? schema : undefined);
      return `expected ${issue.expected}; got ${got}`;
    case 'invalid_value': {
      const expected = `expected ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}`;
      return got === undefined ? `is missing; ${expected}` : `${expected}; got ${got}`;
    }
    case 'unrecognized_keys':
      return `has unknown fields: ${issue.keys.join(', ')}`;
    default:
      return got === undefined || got.length > LONGEST_QUOTE ? issue.message : `${issue.message}; got ${got}`;
  }
}

/** Of a schema that brings what is sent into shape first, and could not. */
function describeMisfit(value: unknown, schema: z.ZodType | undefined): string {
  const wanted = schema && fieldsWanted(schema);
  if (!wanted || typeof value !== 'object' || value === null) return 'is not of the form that is asked for';
  const fields = `(${wanted.join(', ')})`;
  const keys = Object.keys(value);
  if (keys.some((key) => wanted.includes(key))) return `cannot be read in the form that is asked for ${fields}`;
  const got = keys.length === 0 ? 'is empty' : `has ${cutText(keys.slice(0, MOST_PROBLEMS).join(', '), LONGEST_QUOTE)}`;
  return `has none of the fields that are asked for ${fields}; it ${got}`;
}

function isOfType(value: unknown, expected: string): boolean {
  if (expected === 'array') return Array.isArray(value);
  if (expected === 'object' || expected === 'record') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === expected;
}

function formatPath(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'reply';
  return path
    .map((key, index) => (typeof key === 'number' ? `[${String(key)}]` : `${index > 0 ? '.' : ''}${String(key)}`))
    .join('');
}

function quote(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value);
  return text.length > LONGEST_QUOTE ? `${cutText(text, LONGEST_QUOTE)}…"` : text;
}

/** Returns the value at a validator's path; undefined if there is none. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = (current as Readonly<Record<PropertyKey, unknown>>)[key];
  }
  return current;
}
