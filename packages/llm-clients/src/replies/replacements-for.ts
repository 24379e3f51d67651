import type { z } from 'zod';
import { parseStrictly } from './parse-strictly.js';

type Issue = z.core.$ZodIssue;

/** Marks a field to be left out. */
export const ABSENT = Symbol('absent');

/** Lists possible meanings of a value that a schema rejects, likeliest first. */
export function replacementsFor(value: unknown, issue: Issue): readonly unknown[] {
  const replacements: unknown[] = [];
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
      return inString !== undefined && PLAIN_NUMBER.test(inString.normalize('NFKC')) ? [Number(inString.normalize('NFKC'))] : [];
    case 'boolean':
      return inString !== undefined && /^(?:true|false)$/i.test(inString) ? [inString.toLowerCase() === 'true'] : [];
    case 'string':
      // Of a number with more digits than a number has, some are lost already.
      return (typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER) || typeof value === 'boolean'
        ? [String(value)]
        : [];
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
  const parsed = parseStrictly(text);
  return parsed ? [parsed.value] : [];
}

/** The one listed word that differs only in case and in the marks around it: `(b)`, `B.`, `**b**`. */
function listedValue(value: unknown, listed: readonly unknown[]): readonly unknown[] {
  if (typeof value === 'number') return listed.filter((word) => word === String(value));
  if (typeof value !== 'string') return [];
  const number = PLAIN_NUMBER.test(value.trim()) ? Number(value) : undefined;
  const plain = plainWord(value);
  const same = listed.filter((word) => (typeof word === 'string' ? plainWord(word) === plain : word === number));
  return plain !== '' && same.length === 1 ? same : [];
}

const EDGES = /^[\s"'“”‘’„`*_()[\]{}<>.,:;!]+|[\s"'“”‘’„`*_()[\]{}<>.,:;!]+$/g;

const plainWord = (word: string): string => word.replace(EDGES, '').toLowerCase();
