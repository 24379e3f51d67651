import { parseStrictly } from './parse-strictly.js';

const LONGEST = 1_000_000;

/**
 * Values of replies that are written in a way of their own from end to end: as a text within quotes (`{\"a\": 1}`), with
 * every quote or every brace doubled (`{""a"": 1}`, `{{"a": {{"b": 1}}}}`), without its first brace. Taken only if what comes out is JSON to the letter.
 */
export function* rewrittenValues(text: string): Generator<unknown> {
  // The beginning of the reply was written for the model, and came back without.
  if (/^"[^"\n]{1,200}"\s*:/.test(text) && text.length <= LONGEST) yield* strictly(`{${text}`);
  const start = text.search(/[{[]/);
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')) + 1;
  if (start < 0 || end <= start || end - start > LONGEST) return;
  const written = text.slice(start, end);
  if (/^[{[]\s*(?:[{[]\s*)*\\"/.test(written)) yield* strictly(unescaped(written));
  if (/[{,]\s*""[^"\n]{1,200}""\s*:/.test(written)) yield* strictly(written.replaceAll('""', '"'));
  if (written.startsWith('{{') && written.endsWith('}}')) {
    const value = parseStrictly(written.replaceAll('{{', '{').replaceAll('}}', '}'));
    // Braces within strings may have been doubled too, or not.
    if (value && !hasBraces(JSON.stringify(value.value))) yield value.value;
  }
}

function* strictly(text: string | undefined): Generator<unknown> {
  const value = text === undefined ? undefined : parseStrictly(text);
  if (value) yield value.value;
}

function unescaped(text: string): string | undefined {
  try {
    return JSON.parse(`"${text.replaceAll('\r', '\\r').replaceAll('\n', '\\n').replaceAll('\t', '\\t')}"`) as string;
  } catch {
    return undefined;
  }
}

/** Whether a string of the value, or a key, contains a brace. */
const hasBraces = (json: string): boolean => [...json.matchAll(/"(?:[^"\\]|\\.)*"/g)].some(([string]) => /[{}]/.test(string));
