import { DEEPEST_VALUE } from './parse-strictly.js';
import { readBare } from './read-bare.js';
import { isQuote, type QuoteReading, readString } from './read-string.js';
import { markAt } from './reply-marks.js';
import { skipBlank, skipSpace } from './skip-blank.js';

/** Which of two ways out of brackets that do not match is taken: one was forgotten, or there is one too many. */
export const BRACKET_READINGS = ['forgotten', 'surplus'] as const;
export type BracketReading = (typeof BRACKET_READINGS)[number];

export interface Reading {
  readonly quotes: QuoteReading;
  readonly brackets: BracketReading;
}

/** All readings tell how much of the text they went over, and whether they met a quote: without, all ways to read them are one. */
export type LooseValue = { readonly visited: number; readonly hasQuotes: boolean } & (
  | {
      readonly ok: true;
      readonly value: object;
      /** Index just after the value. */
      readonly end: number;
      /** Whether a comma between two strings was put in, so that quotes might be meant otherwise. */
      readonly joins: boolean;
      /** Whether a bracket was put in or left out, so that brackets might be meant otherwise. */
      readonly byBrackets: boolean;
      /** Whether an object, or a list, lies within the value. */
      readonly hasObject: boolean;
      readonly hasList: boolean;
    }
  | {
      readonly ok: false;
      /** Index of what could not be read. */
      readonly end: number;
      readonly problem: LooseProblem;
      /** Whether brackets were in the way, so that the other reading of them may help. */
      readonly byBrackets: boolean;
    }
);

export type LooseProblem = 'too-deep' | 'said-twice' | 'two-readings' | 'not-understood';

type Kind = '{' | '[';

interface Frame {
  readonly kind: Kind;
  readonly list: unknown[];
  readonly entries: Map<string, unknown>;
  key: string | undefined;
  /** Whether the first key stands in quotes. */
  keysQuoted: boolean | undefined;
  /** Kind of the last item. */
  last: 'nothing' | 'string' | 'bare' | 'scalar' | Closed;
  hasObject: boolean;
  hasList: boolean;
}

/** An object or a list that has ended. */
interface Closed {
  readonly kind: Kind;
  /** Whether it might as well have ended earlier, had its bracket been the one that is missing. */
  readonly mayEndEarlier: boolean;
  readonly hasObject: boolean;
  readonly hasList: boolean;
}

const CLOSER: Readonly<Record<string, Kind>> = { '}': '{', '｝': '{', ']': '[', '］': '[' };
const OPENER: Readonly<Record<string, Kind>> = { '{': '{', '｛': '{', '[': '[', '［': '[' };
const BARE_KEY = /[\p{L}_$][\p{L}\p{N}_$-]*/uy;
const FENCE = /```/y;

/**
 * Reads the object or list that begins at `start` in text that resembles JSON, by one reading of its quotes and brackets. Only
 * punctuation is added or skipped: commas, colons, brackets with a single possible place, comments. Anything else ends the
 * reading without a value. Takes time in proportion to the text read.
 */
export function parseLoosely(text: string, start: number, { quotes, brackets }: Reading): LooseValue {
  const open: Frame[] = [];
  let index = start;
  let joins = false;
  let bracketsMended = false;
  let byBrackets = false;
  /** Whether the character before was a closing bracket that stands in the text. */
  let closedJustNow = false;
  /** Whether a comma stands before the closing bracket that must follow. */
  let isAfterComma = false;

  let visited = start;
  let hasQuotes = false;
  const fail = (problem: LooseProblem = 'not-understood'): LooseValue => ({
    ok: false,
    end: index,
    visited: Math.max(visited, index),
    hasQuotes,
    problem,
    byBrackets,
  });
  const push = (kind: Kind): void => {
    open.push({
      kind,
      list: [],
      entries: new Map(),
      key: undefined,
      keysQuoted: undefined,
      last: 'nothing',
      hasObject: false,
      hasList: false,
    });
  };
  /** Adds a finished item to the innermost frame. `false` where its key has another value already. */
  const add = (value: unknown, what: Frame['last']): boolean => {
    const frame = open.at(-1)!;
    frame.last = what;
    if (typeof what === 'object') {
      frame.hasObject ||= what.kind === '{' || what.hasObject;
      frame.hasList ||= what.kind === '[' || what.hasList;
    }
    if (frame.kind === '[') {
      frame.list.push(value);
      return true;
    }
    const key = frame.key!;
    const isKnown = frame.entries.has(key);
    if (isKnown && JSON.stringify(frame.entries.get(key)) !== JSON.stringify(value)) return false;
    frame.entries.set(key, value);
    frame.key = undefined;
    return true;
  };
  /** Closes the innermost frame. Returns the value if it was the outermost; `null` if a key has two different values. */
  const close = (): LooseValue | undefined | null => {
    const frame = open.pop()!;
    const count = frame.kind === '{' ? frame.entries.size : frame.list.length;
    const closed: Closed = {
      kind: frame.kind,
      mayEndEarlier: count >= 2 || (typeof frame.last === 'object' && frame.last.kind === frame.kind && frame.last.mayEndEarlier),
      hasObject: frame.hasObject,
      hasList: frame.hasList,
    };
    const value: object = frame.kind === '{' ? toObject(frame.entries) : frame.list;
    if (open.length === 0)
      return {
        ok: true,
        value,
        end: index,
        visited: index,
        hasQuotes,
        joins,
        byBrackets,
        hasObject: frame.hasObject,
        hasList: frame.hasList,
      };
    return add(value, closed) ? undefined : null;
  };
  /** Whether the innermost frame can only have ended here, so that its bracket may be put in. */
  const endsHere = ({ kind, last }: Frame): boolean =>
    last !== 'nothing' && !(typeof last === 'object' && last.kind === kind && last.mayEndEarlier);

  for (let expected: 'value' | 'value or end' | 'key' | 'key or end' | 'comma or end' = 'value'; ;) {
    index = skipBlank(text, index);
    const character = text[index];
    const frame = open.at(-1);
    const isEnd = character === undefined || isEndOfText(text, index);

    if (isEnd) {
      // The text is cut off: the value counts, as long as nothing shows that more was to come.
      if (expected !== 'comma or end' || frame === undefined) return fail();
      if (open.length === 1 && closedJustNow && !endsHere(frame)) return fail();
      if (bracketsMended) return fail();
      for (;;) {
        const done = close();
        if (done === null) return fail('said-twice');
        if (done) return done;
      }
    }

    const closer = CLOSER[character];
    if (closer !== undefined && frame !== undefined && expected !== 'value') {
      if (expected === 'key') return fail();
      if (closer !== frame.kind) {
        const parent = open.at(-2);
        byBrackets = true;
        if (bracketsMended || isAfterComma) return fail();
        bracketsMended = true;
        if (brackets === 'surplus') {
          // One bracket too many, right behind a value that ended with such a bracket.
          const { last } = frame;
          if (expected !== 'comma or end' || !closedJustNow || typeof last !== 'object' || last.kind !== closer) return fail();
          if (closer === '{' ? last.hasObject : last.hasList) return fail();
          index += 1;
          continue;
        }
        // One forgotten: `{"a": [1, 2}`.
        if (expected !== 'comma or end' || parent?.kind !== closer || !endsHere(frame)) return fail();
        if (close() === null) return fail('said-twice');
      }
      index += 1;
      const done = close();
      if (done === null) return fail('said-twice');
      if (done) return done;
      closedJustNow = true;
      isAfterComma = false;
      expected = 'comma or end';
      continue;
    }

    if (expected === 'comma or end') {
      const wasClosed: boolean = closedJustNow;
      closedJustNow = false;
      if (character === ',' || character === '，') {
        index += 1;
        const isTrailing = CLOSER[text[skipBlank(text, index)] ?? ''] !== undefined;
        expected = isTrailing ? 'comma or end' : frame?.kind === '{' ? 'key' : 'value';
        closedJustNow = isTrailing && wasClosed;
        isAfterComma = isTrailing;
        continue;
      }
      // A forgotten comma.
      if (frame?.kind === '{') expected = 'key';
      else {
        const opens = OPENER[character] !== undefined;
        const afterString = frame?.last === 'string' && isQuote(character);
        if (!(opens && typeof frame?.last === 'object') && !afterString) return fail();
        // On one line they may be quotes within a text, or two halves of one.
        if (afterString && !/\n\s*$/.test(text.slice(Math.max(0, index - 200), index))) return fail();
        joins ||= afterString;
        expected = 'value';
      }
      continue;
    }

    if (expected === 'key' || expected === 'key or end') {
      const object = frame!;
      if (
        OPENER[character] === '{' &&
        expected === 'key' &&
        open.at(-2)?.kind === '[' &&
        text[lastSignificant(text, index)] === ','
      ) {
        // The bracket before the comma was forgotten: `[{"a": 1, {"a": 2}]`.
        byBrackets = true;
        if (bracketsMended || brackets !== 'forgotten' || !endsHere(object)) return fail();
        bracketsMended = true;
        if (close() === null) return fail('said-twice');
        expected = 'value';
        continue;
      }
      let key: string;
      const isQuoted = isQuote(character);
      if (isQuoted) {
        const read = readString(text, index, { place: 'key', quotes });
        hasQuotes = true;
        visited = read.end;
        if (!read.ok) return fail();
        // Quotes within quotes around a key are a way of writing of their own.
        if (text[index + 1] === character && read.contents !== '') return fail();
        key = read.contents;
        index = read.end;
      } else {
        BARE_KEY.lastIndex = index;
        const word = BARE_KEY.exec(text)?.[0];
        // A bare word after a bare text may be more of it, where keys stand in quotes.
        if (word === undefined || (object.last === 'bare' && object.keysQuoted !== false)) return fail();
        key = word;
        index += word.length;
      }
      object.keysQuoted ??= isQuoted;
      index = skipBlank(text, index);
      if (text[index] === ':' || text[index] === '：') index += 1;
      else if (text.startsWith('=>', index)) index += 2;
      else return fail();
      object.key = key.toWellFormed();
      expected = 'value';
      continue;
    }

    // A value.
    const opener = OPENER[character];
    if (opener !== undefined) {
      if (open.length >= DEEPEST_VALUE) return fail('too-deep');
      push(opener);
      index += 1;
      expected = opener === '{' ? 'key or end' : 'value or end';
      continue;
    }
    if (frame === undefined) return fail();
    closedJustNow = false;
    if (isQuote(character)) {
      const read = readString(text, index, { place: frame.kind === '{' ? 'in-object' : 'in-array', quotes });
      hasQuotes = true;
      visited = read.end;
      if (!read.ok) return fail();
      const before = frame.last;
      index = read.end;
      const next = skipSpace(text, index);
      if (frame.kind === '[' && (text[next] === ':' || text[next] === '：')) {
        // A key: the list's bracket was forgotten, `{"a": [1, "b": 2}`. Which of them lost what is not clear enough.
        byBrackets = true;
        return fail();
      }
      if (before === 'bare' && frame.kind === '[') return fail();
      if (!add(read.contents.toWellFormed(), 'string')) return fail('said-twice');
    } else {
      const bare = readBare(text, index);
      if (!bare) return fail();
      if (bare.isText && (frame.kind === '[' || isQuote(text[bare.end]))) return fail();
      index = bare.end;
      if (!add(bare.value, bare.isText ? 'bare' : 'scalar')) return fail('said-twice');
    }
    expected = 'comma or end';
  }
}

/** The end of a fence, or a mark of the end of the turn. */
function isEndOfText(text: string, index: number): boolean {
  if (text[index] === '`') {
    FENCE.lastIndex = index;
    return FENCE.test(text);
  }
  return text[index] === '<' && markAt(text, index, false)?.type === 'over';
}

function lastSignificant(text: string, index: number): number {
  let at = index - 1;
  while (at > 0 && /\s/.test(text[at]!)) at -= 1;
  return at;
}

function toObject(entries: ReadonlyMap<string, unknown>): object {
  // Assignment would treat `__proto__` specially.
  return Object.fromEntries(entries);
}
