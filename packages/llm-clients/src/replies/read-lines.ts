import { plainKey } from './align-keys.js';

/** `- **Private diary:** We hold.`, `score = 7` */
const LINE = /^[\s>*•#-]{0,10}["'“`]?([\p{L}_][\p{L}\p{N}_ -]{0,40}?)["'”`]?\s?[*_]{0,2}\s?[:：=][*_]{0,2}\s*(\S.*)$/u;
const ELEMENT = /<([\p{L}_][\w-]{0,40})>([^<]*)<\/\1\s?>\s*/uy;

/**
 * Reads an object from a reply of lines `key: value` only, or of elements `<key>value</key>` only, where each key is a wanted one
 * and occurs once. Values stay texts; the schema converts numbers and listed words.
 */
export function readLines(text: string, wanted: readonly string[]): Readonly<Record<string, string>> | undefined {
  const known = new Set(wanted.map(plainKey));
  const pairs = text.startsWith('<') ? elements(text) : lines(text);
  if (!pairs || pairs.length === 0 || !pairs.every(([key]) => known.has(plainKey(key)))) return undefined;
  return new Set(pairs.map(([key]) => plainKey(key))).size === pairs.length ? Object.fromEntries(pairs) : undefined;
}

function lines(text: string): readonly (readonly [string, string])[] | undefined {
  const pairs = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => LINE.exec(line));
  return pairs.every((pair) => pair !== null)
    ? pairs.map(([, key = '', value = '']) => [key, unquoted(value.trim())])
    : undefined;
}

function elements(text: string): readonly (readonly [string, string])[] | undefined {
  const pairs: [string, string][] = [];
  for (let index = 0; index < text.length; index = ELEMENT.lastIndex) {
    ELEMENT.lastIndex = index;
    const [, key, value] = ELEMENT.exec(text) ?? [];
    if (key === undefined || value === undefined) return undefined;
    pairs.push([key, value.trim()]);
  }
  return pairs;
}

const unquoted = (text: string): string => /^"([^"]*)"$/.exec(text)?.[1] ?? text;
