import { escapePattern } from '@entente/relationship';
import type { DirectorWords } from '../prompts/director-words.js';

/** Values of a template's placeholders as they stand in a line, or undefined if the line is another one. */
export type LineReader = (line: string) => Readonly<Record<string, string>> | undefined;

const readers = new Map<string, LineReader>();

/** Turns the first line of one of the words back into a reader of such lines. */
export function lineReader(words: DirectorWords, name: keyof DirectorWords): LineReader {
  const [template = ''] = words[name].split('\n');
  const reader = readers.get(template) ?? readerOf(template);
  readers.set(template, reader);
  return reader;
}

function readerOf(template: string): LineReader {
  const parts = template.split(/\{(\w+)\}/);
  const [beginning = ''] = parts;
  const last = parts.length - 1;
  // The last placeholder of a line takes all that is left; one before it stops at the next fixed words.
  const source = parts
    .map((part, at) => (at % 2 === 0 ? escapePattern(part) : `(?<${part}>.*${at === last - 1 ? '' : '?'})`))
    .join('');
  const pattern = new RegExp(`^${source}$`, 'u');
  return (line) => {
    const found = line.startsWith(beginning) ? pattern.exec(line) : null;
    return found ? (found.groups ?? {}) : undefined;
  };
}
