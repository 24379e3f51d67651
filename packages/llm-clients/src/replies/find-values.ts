import { endOfThought } from './strip-thinking.js';
import { type MendedValue, mendValue } from './mend-value.js';
import type { LooseProblem } from './parse-loosely.js';
import { isQuote } from './read-string.js';
import { MARK_BEGINNING, markAt, startOfAnswer } from './reply-marks.js';

/** An object or a list that a reply holds. */
export interface FoundValue {
  readonly start: number;
  readonly end: number;
  readonly value: object;
}

/** Something that begins like a value and cannot be read as one. */
export interface Unreadable {
  readonly start: number;
  /** Index at which it stops making sense. */
  readonly at: number;
  readonly problem: LooseProblem | 'more-beside';
}

export interface FoundValues {
  /** In the order of the text; values with nothing but separators between them are together. */
  readonly groups: readonly (readonly FoundValue[])[];
  readonly unreadable: readonly Unreadable[];
}

/** Replies full of stray brackets cost no more than a few readings of the text. */
const MOST_READINGS = 12;
const LEAST_BUDGET = 100_000;
/** No answer has that many brackets that begin nothing. */
const MOST_FAILURES = 3_000;

const INTERESTING = /[<[◁{｛［]/g;
/** Beginnings of values, as opposed to brackets in prose. */
const LIKE_A_VALUE =
  /[{｛]\s{0,200}(?:["'“”„‘’«「＂{}｛]|[\p{L}_$][\p{L}\p{N}_$]*\s{0,20}[:：])|[[［]\s{0,200}["'“”„‘«「＂{[\]｛［]/uy;

/**
 * Finds the objects and lists of a reply, outermost first. Skips thoughts and everything before the mark of an answer or after
 * the mark of the end. A piece of a larger unreadable value counts as unreadable, since the rest would be lost. Takes time in
 * proportion to the length of the text.
 */
export function findValues(text: string): FoundValues {
  let found: FoundValue[] = [];
  let unreadable: Unreadable[] = [];
  let budget = LEAST_BUDGET + MOST_READINGS * text.length;
  let index = startOfAnswer(text);
  let isFirst = true;
  let failures = 0;
  while (index < text.length) {
    INTERESTING.lastIndex = index;
    const next = INTERESTING.exec(text)?.index;
    if (next === undefined) break;
    isFirst &&= text.slice(index, next).trim() === '';
    const mark = markAt(text, next, isFirst);
    if (mark) {
      index = mark.type === 'thought' ? endOfThought(text, mark) : mark.end;
      if (mark.type === 'over') break;
      if (mark.type === 'answer') {
        found = [];
        unreadable = [];
        isFirst = true;
      }
      continue;
    }
    isFirst = false;
    index = next + 1;
    if (text[next] === '<' || text[next] === '◁') continue;
    if (budget <= 0 || failures >= MOST_FAILURES) {
      unreadable.push({ start: next, at: next, problem: 'not-understood' });
      break;
    }
    const before = found.at(-1);
    let extent: { readonly start: number; readonly end: number } | undefined;
    const { read, cost } = mendValue(text, next, (value, quotes) => {
      if (quotes !== 'plain' && holdsMark(text, next, value.end)) return false;
      extent = wholeExtent(text, next, value, {
        before,
        isBesideUnreadable: unreadable.some(({ start }) => start >= (before?.end ?? 0)),
      });
      return extent !== undefined;
    });
    budget -= cost + 20;
    failures += read.ok ? 0 : 1;
    if (!read.ok && read.problem === 'too-deep') index = Math.max(index, read.end);
    if (read.ok) {
      const { start, end } = extent ?? { start: next, end: read.end };
      found.push({ start, end, value: read.value });
      index = Math.max(index, end);
    } else if (isLikeValue(text, next)) unreadable.push({ start: next, at: read.end, problem: read.problem });
  }
  return groupValues(text, found, unreadable);
}

/** Whether a thought or a turn ends between two places, so that an apparent string there is not one. */
function holdsMark(text: string, from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) {
    MARK_BEGINNING.lastIndex = index;
    index = MARK_BEGINNING.exec(text)?.index ?? to;
    const type = index < to ? markAt(text, index, false)?.type : undefined;
    if (type === 'answer' || type === 'over') return true;
  }
  return false;
}

/** Gathers values in groups. A group directly followed by something unreadable counts as unreadable too. */
function groupValues(text: string, found: readonly FoundValue[], unreadable: readonly Unreadable[]): FoundValues {
  // The outer one of two braces begins like a value of its own.
  const bad = unreadable.filter(({ start }) => !found.some((value) => value.start <= start && start < value.end));
  const groups: FoundValue[][] = [];
  const lost: Unreadable[] = [];
  let at = 0;
  for (const value of found) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    while (at < bad.length && bad[at]!.start < value.end) at += 1;
    if (last && before && areTogether(text, before.end, value.start)) last.push(value);
    else groups.push([value]);
    const next = bad[at];
    if (next && areTogether(text, value.end, next.start)) {
      groups.pop();
      lost.push({ start: value.start, at: next.at, problem: 'more-beside' });
    }
  }
  return { groups, unreadable: lost.length > 0 ? lost : outermost(bad) };
}

function outermost(unreadable: readonly Unreadable[]): readonly Unreadable[] {
  let end = -1;
  return unreadable.filter(({ start, at }) => {
    const isInside = start <= end;
    end = Math.max(end, at);
    return !isInside;
  });
}

const LONGEST_SEPARATOR = 1_000;

/** Whether nothing but separators, fences, marks of lists and tags stands between two values. */
function areTogether(text: string, from: number, to: number): boolean {
  if (to - from > LONGEST_SEPARATOR) return false;
  const between = text.slice(from, to).replace(/```\w{0,10}|<\/?[\w:-]{1,30}>|\b\d{1,3}[.)]/g, ' ');
  return /^[\s,;，；*•|–-]*$/.test(between);
}

function isLikeValue(text: string, index: number): boolean {
  LIKE_A_VALUE.lastIndex = index;
  return LIKE_A_VALUE.test(text);
}

const PAIRS: Readonly<Record<string, string>> = { '{': '}', '[': ']', '｛': '｝', '［': '］' };

/**
 * The extent of a value that is no piece of something larger, doubled brackets included; undefined where something that
 * belongs to it would be lost.
 */
function wholeExtent(
  text: string,
  start: number,
  read: MendedValue,
  { before, isBesideUnreadable }: { readonly before: FoundValue | undefined; readonly isBesideUnreadable: boolean },
): { readonly start: number; readonly end: number } | undefined {
  let first = start;
  let end = read.end;
  // `{{"a": 1}}`
  const outer = backTo(text, first);
  const behind = onTo(text, end);
  const closer = PAIRS[text[outer] ?? ''];
  if (closer !== undefined && text[behind] === closer) {
    first = outer;
    end = behind + 1;
  }
  return beginsWhole(text, first, end, before, isBesideUnreadable) ? endsWhole(text, first, end, read) : undefined;
}

function beginsWhole(
  text: string,
  start: number,
  end: number,
  before: FoundValue | undefined,
  isBesideUnreadable: boolean,
): boolean {
  const at = backTo(text, start);
  if (at < 0 || (before && at < before.end)) return true;
  const character = text[at]!;
  const further = text[backTo(text, at)];
  if (character in PAIRS) return false;
  if (character === ':' || character === '：') return !isQuote(further);
  if (character === ',' || character === '，')
    return (before !== undefined && backTo(text, at) === before.end - 1) || further === undefined || !/["'”’}\]\d]/.test(further);
  if ('}]｝］'.includes(character)) return !isBesideUnreadable;
  if ('"“”'.includes(character)) return isQuote(text[onTo(text, end)]) && (further === undefined || !/[:,[{：，]/.test(further));
  return true;
}

const MEMBER = /["'“”‘’„「«＂\d{[｛［-]|(?:true|false|null|[\p{L}_$][\p{L}\p{N}_$]*\s{0,20}[:：])/uy;
const STRING_IN_STRUCTURE = /(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'|[“„”][^“”\n]{0,500}[”“])\s{0,20}[:：,，\]}］｝]/y;

function endsWhole(
  text: string,
  start: number,
  end: number,
  { hasObject, hasList, byBrackets }: MendedValue,
): { readonly start: number; readonly end: number } | undefined {
  const at = onTo(text, end);
  const character = text[at];
  if (character === undefined) return { start, end };
  if (character === ':' || character === '：') return undefined;
  if ('}｝'.includes(character)) return hasObject ? undefined : surplusBracket(text, start, at);
  if (']］'.includes(character)) return hasList ? undefined : surplusBracket(text, start, at);
  if (character === ',' || character === '，') {
    const next = onTo(text, at + 1);
    if ('{[｛［'.includes(text[next] ?? ' ')) return byBrackets ? undefined : { start, end };
    MEMBER.lastIndex = next;
    return MEMBER.test(text) || '}]'.includes(text[next] ?? ' ') ? undefined : { start, end };
  }
  if (byBrackets && '{[｛［'.includes(character)) return undefined;
  STRING_IN_STRUCTURE.lastIndex = at;
  return STRING_IN_STRUCTURE.test(text) || (byBrackets && isQuote(character)) ? undefined : { start, end };
}

/** One surplus bracket may end the value; more after it is not a slip. */
function surplusBracket(text: string, start: number, at: number): { readonly start: number; readonly end: number } | undefined {
  const next = text[onTo(text, at + 1)];
  return next !== undefined && '}],:｝］，：'.includes(next) ? undefined : { start, end: at + 1 };
}

const BLANK = /[\s\u200b-\u200d\u2060\ufeff]/;

function backTo(text: string, index: number): number {
  let at = index - 1;
  while (at >= 0 && BLANK.test(text[at]!)) at -= 1;
  return at;
}

function onTo(text: string, index: number): number {
  let at = index;
  while (at < text.length && BLANK.test(text[at]!)) at += 1;
  return at;
}
