import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import { placeholdersOf } from './fill-template.js';
import { LINES_FILE, type PromptWords, type WordSides } from './prompt-words.js';

/** Number of characters from which a word has a file of its own. */
const LONG = 200;

/** Writes all words that ship as files, by path within a folder: the inverse of `readPromptWords`. */
export function writePromptWords(sides: WordSides): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(sides).flatMap(([side, { words }]) => {
      const short = Object.entries(words).filter(([, text]) => !isLong(text));
      const long = Object.entries(words).filter(([, text]) => isLong(text));
      return [
        ...long.map(([name, text]): [string, string] => [`${side}/${name}.txt`, `${escaped(text)}\n`]),
        ...(short.length === 0 ? [] : [[`${side}/${LINES_FILE}`, toYaml(Object.fromEntries(short))] as const]),
      ];
    }),
  );
}

/** Whether a word has a file of its own where all are written. */
const isLong = (text: string): boolean => text.includes('\n') || text.length >= LONG;

function toYaml(words: PromptWords): string {
  const { stringify } = createRequire(import.meta.url)('yaml') as typeof Yaml;
  const texts = Object.fromEntries(Object.entries(words).map(([name, text]) => [name, escaped(text)]));
  return stringify(texts, { lineWidth: 0, defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'PLAIN' });
}

/** Braces begin placeholders, so those of a word without any are doubled. */
function escaped(text: string): string {
  return placeholdersOf(text).length === 0 ? text.replaceAll('{', '{{').replaceAll('}', '}}') : text;
}
