import type { z } from 'zod';
import { cutText } from '../text/cut-text.js';
import { valueAt } from './value-at.js';

const MOST_PROBLEMS = 8;
const LONGEST_QUOTE = 60;

/** A validator's complaint in words a model can act on: one line a problem, `orders[2].power: expected one of A, B; got "C"`. */
export function describeProblems(error: z.ZodError, value: unknown): string {
  const problems = error.issues.map((issue) => `${formatPath(issue.path)}: ${describeIssue(issue, value)}`);
  const shown = problems.slice(0, MOST_PROBLEMS);
  const more = problems.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${String(more)} more problems of this kind`] : [])].join('\n');
}

function describeIssue(issue: z.core.$ZodIssue, root: unknown): string {
  const got = quote(valueAt(root, issue.path));
  switch (issue.code) {
    case 'invalid_type':
      return got === undefined ? `is missing; expected ${issue.expected}` : `expected ${issue.expected}; got ${got}`;
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
