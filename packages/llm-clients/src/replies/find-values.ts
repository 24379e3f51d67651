import { lexLooseJson } from './lex-loose-json.js';
import { thinkTagAt } from './think-tags.js';

/** A place in a reply where a value may stand. */
export interface ValueSpan {
  readonly start: number;
  readonly end: number;
  /** The value as strict JSON, where it is that. */
  readonly strict?: { readonly value: unknown };
  /** Values within a span that is not strict JSON: used only when the span itself is of no use. */
  readonly inner: readonly ValueSpan[];
}

/** Replies full of stray brackets must not cost quadratic time: how often the text may be gone over, and mended. */
const MOST_READINGS = 30;
const MOST_BROKEN_SPANS = 24;

interface Budget {
  characters: number;
  broken: number;
}

/**
 * Finds the objects and arrays of a reply, outermost first, in the order of the text. What stands inside think tags is
 * never found; after a closing tag that nobody opened, all before it counts as thought; an unclosed block ends the search.
 */
export function findValues(text: string): readonly ValueSpan[] {
  return findBetween(text, 0, text.length, { characters: MOST_READINGS * (text.length + 1), broken: MOST_BROKEN_SPANS });
}

function findBetween(text: string, from: number, to: number, budget: Budget): readonly ValueSpan[] {
  let spans: ValueSpan[] = [];
  let strays: ValueSpan[] = [];
  let index = from;
  while (index < to) {
    const character = text[index];
    if (character === '<') {
      const tag = thinkTagAt(text, index);
      if (tag?.type === 'close') {
        spans = [];
        strays = [];
      }
      if (tag?.type === 'open') {
        const close = text.indexOf(tag.closing, tag.end);
        if (close < 0) break;
        index = close + tag.closing.length;
        continue;
      }
      index = tag?.end ?? index + 1;
    } else if (character === '{' || character === '[') {
      const span = spanAt(text, index, to, budget);
      if (span?.stray) {
        strays.push(span);
        index += 1;
      } else if (span) {
        spans.push(span);
        index = span.end;
      } else index += 1;
    } else index += 1;
  }
  return [...spans, ...strays];
}

function spanAt(text: string, start: number, to: number, budget: Budget): (ValueSpan & { readonly stray: boolean }) | undefined {
  const strictEnd = budget.characters > 0 ? endOfStrictValue(text, start, to) : undefined;
  budget.characters -= (strictEnd ?? to) - start;
  if (strictEnd !== undefined) {
    const strict = parseStrictly(text.slice(start, strictEnd));
    if (strict) return { start, end: strictEnd, strict, inner: [], stray: false };
  }
  if (budget.broken <= 0 || budget.characters <= 0) return undefined;
  budget.broken -= 1;
  const { end, closed } = lexLooseJson(text.slice(0, to), start);
  budget.characters -= end - start;
  // A bracket that is never closed and does not begin like a value is punctuation; so is one that runs over a think tag.
  const runsIntoThought = /<\/?think/i.test(text.slice(start, end)) && !closed;
  if (!closed && (runsIntoThought || !beginsLikeValue(text, start))) return { start, end, inner: [], stray: true };
  return { start, end, inner: findBetween(text, start + 1, end, budget), stray: false };
}

function beginsLikeValue(text: string, start: number): boolean {
  return text[start] === '{'
    ? /^\{\s*(?:["'“}]|\n)/.test(text.slice(start, start + 80))
    : /^\[\s*[\]"'“{[\d-]/.test(text.slice(start, start + 80));
}

/** The end of the brackets opened at `start`, strings read by the rules of JSON. */
function endOfStrictValue(text: string, start: number, to: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let index = start; index < to; index += 1) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === 0x5c) index += 1;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return undefined;
}

export function parseStrictly(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
