import { jsonrepair } from 'jsonrepair';
import { lexLooseJson } from './lex-loose-json.js';

/**
 * Reads one value from text that only looks like JSON: comments, trailing commas, Python's literals, any quotes, raw line
 * breaks in strings, missing brackets. NaN and Infinity become null. Strings are settled first, by our own lexer;
 * `jsonrepair` only ever sees place holders for them, so their contents never change.
 * @returns undefined where no value can be read
 */
export function mendJson(text: string): { readonly value: unknown } | undefined {
  const { json, strings } = lexLooseJson(text, 0);
  try {
    return { value: withStrings(JSON.parse(jsonrepair(json)), strings) };
  } catch {
    return undefined;
  }
}

const PLACE_HOLDER = /\uE000(\d+)\uE001/g;

function withStrings(value: unknown, strings: readonly string[]): unknown {
  if (typeof value === 'string') return restore(value, strings);
  if (Array.isArray(value)) return value.map((item) => withStrings(item, strings));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [restore(key, strings), withStrings(item, strings)]));
}

function restore(text: string, strings: readonly string[]): string {
  return text.replace(PLACE_HOLDER, (_holder, index: string) => strings[Number(index)] ?? '');
}
