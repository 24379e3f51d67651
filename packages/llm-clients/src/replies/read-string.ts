import { skipBlank } from './skip-blank.js';

/**
 * How quotes are read.
 * - `plain`: the first quote of the closing kind ends a string.
 * - `nested`: a quote ends a string only where structure follows; quotes in between come in pairs, `"she said "hi" to me"`.
 * - `mixed`: as `nested`, and any kind of double quote may close what another opened, `"Openings.”`.
 */
export const QUOTE_READINGS = ['plain', 'nested', 'mixed'] as const;
export type QuoteReading = (typeof QUOTE_READINGS)[number];

/** Place of a string, which determines the characters that may follow it. */
export type StringPlace = 'key' | 'in-object' | 'in-array';

export type ReadString =
  | { readonly ok: true; readonly contents: string; /** Index just after the closing quote. */ readonly end: number }
  | { readonly ok: false; /** Index up to which an end was looked for. */ readonly end: number };

/** Opening quote -> the quotes that may close it. */
const CLOSING_QUOTES: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '“': '”“',
  '”': '”',
  '„': '“”',
  '‟': '”',
  '‘': '’',
  '’': '’',
  '‚': '‘’',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  '＂': '＂',
};
const DOUBLE_QUOTES = '"“”„‟＂';
const MIXED_CLOSING_QUOTES: Readonly<Record<string, string>> = { '"': '"”＂', '”': '"”' };
const LETTER = /[\p{L}\p{N}]/u;

export const isQuote = (character: string | undefined): boolean => character !== undefined && character in CLOSING_QUOTES;

/**
 * Reads the string that a quote opens at `start`.
 * @returns what it contains, unless its end is not clear
 */
export function readString(
  text: string,
  start: number,
  { place, quotes }: { readonly place: StringPlace; readonly quotes: QuoteReading },
): ReadString {
  const opener = text[start]!;
  const isMixed = quotes === 'mixed' && DOUBLE_QUOTES.includes(opener);
  const closers = isMixed ? (MIXED_CLOSING_QUOTES[opener] ?? DOUBLE_QUOTES) : CLOSING_QUOTES[opener]!;
  const isApostrophe = "'’".includes(closers);
  let contents = '';
  let from = start + 1;
  /** Characters that may close the quotation that is open within the string. */
  let inner = '';
  let pairs = 0;
  let escapes = 0;
  let wrapsAll = false;
  for (let index = start + 1; index < text.length; index += 1) {
    const character = text[index]!;
    if (character === '\\') {
      const escape = readEscape(text, index);
      if (escape.characters === opener) escapes += 1;
      contents += text.slice(from, index) + escape.characters;
      from = escape.end;
      index = escape.end - 1;
    } else if (quotes === 'plain') {
      if (closers.includes(character)) return { ok: true, contents: contents + text.slice(from, index), end: index + 1 };
    } else if (inner !== '' && inner.includes(character)) {
      if (isApostrophe && isWithinWord(text, index)) continue;
      if (!closesInside(text, index)) return { ok: false, end: index };
      inner = '';
    } else if (inner !== '' && isMixed && DOUBLE_QUOTES.includes(character)) {
      return { ok: false, end: index };
    } else if (inner === '' && closers.includes(character) && endsString(text, index, { place, isMixed })) {
      // `""x""` is x in doubled quotes as well as "x" in quotes; and whoever escapes a quote escapes them all.
      const isDoubled = wrapsAll && pairs === 1 && text[index - 1] === text[start + 1];
      if (isDoubled || (pairs > 0 && escapes > 0)) return { ok: false, end: index };
      return { ok: true, contents: contents + text.slice(from, index), end: index + 1 };
    } else if (
      inner === '' &&
      (closers.includes(character) || character === opener || (isMixed && DOUBLE_QUOTES.includes(character)))
    ) {
      if (isApostrophe && isWithinWord(text, index)) continue;
      if (!opensInside(text, index)) return { ok: false, end: index };
      inner = CLOSING_QUOTES[character]!;
      pairs += 1;
      if (index === start + 1) wrapsAll = true;
    }
  }
  return { ok: false, end: text.length };
}

/** `it's`, `the allies' fleets`. */
function isWithinWord(text: string, quote: number): boolean {
  if (!LETTER.test(text[quote - 1] ?? '')) return false;
  if (LETTER.test(text[quote + 1] ?? '')) return true;
  return text[quote - 1] === 's' && text[quote + 1] === ' ' && LETTER.test(text[quote + 2] ?? '');
}

/** A quotation begins behind a space or a bracket, and with a word; it ends with a word or a full stop. */
const opensInside = (text: string, quote: number): boolean =>
  /[\s([{/“„"'‘—–-]/.test(text[quote - 1] ?? ' ') && /[\p{L}\p{N}([¿¡….'’‘$€£-]|[\ud800-\udbff]/u.test(text[quote + 1] ?? ' ');
const closesInside = (text: string, quote: number): boolean =>
  /[^\s,;:([{"]|[,;:]/.test(text[quote - 1] ?? ' ') && !LETTER.test(text[quote + 1] ?? ' ');

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const UNICODE_ESCAPE = /u[\da-fA-F]{4}/y;

function readEscape(text: string, backslash: number): { readonly characters: string; readonly end: number } {
  const after = text[backslash + 1];
  if (after === undefined) return { characters: '\\', end: backslash + 1 };
  UNICODE_ESCAPE.lastIndex = backslash + 1;
  if (UNICODE_ESCAPE.test(text)) {
    const code = Number.parseInt(text.slice(backslash + 2, backslash + 6), 16);
    return { characters: String.fromCharCode(code), end: backslash + 6 };
  }
  if (after in ESCAPES) return { characters: ESCAPES[after]!, end: backslash + 2 };
  // An escape JSON does not know (a regular expression, LaTeX) was meant as it stands; an escaped quote or slash was not.
  return { characters: after === '\\' || after === '/' || isQuote(after) ? after : `\\${after}`, end: backslash + 2 };
}

/** Whether what follows a quote shows that the string really ends there. */
function endsString(
  text: string,
  quote: number,
  { place, isMixed }: { readonly place: StringPlace; readonly isMixed: boolean },
): boolean {
  const next = skipBlank(text, quote + 1);
  const follower = text[next];
  if (place === 'key') return follower === ':' || follower === '：';
  if (follower === undefined) return !isMixed;
  if ('}］]｝'.includes(follower)) return true;
  if (follower === ',' || follower === '，') {
    const afterComma = skipBlank(text, next + 1);
    return place === 'in-array' ? beginsValue(text, afterComma) : beginsKey(text, afterComma);
  }
  // A forgotten comma: the next thing is a key of its own.
  return place === 'in-object' && isQuote(follower) && next > quote + 1 && beginsKey(text, next, { isQuoted: true });
}

function beginsValue(text: string, index: number): boolean {
  const character = text[index];
  return character === undefined || isQuote(character) || '{[]｛［］-'.includes(character) || /[\dtfnTFN]/.test(character);
}

const BARE_KEY = /[\p{L}_$][\p{L}\p{N}_$-]{0,100}\s{0,20}[:：]/uy;
const QUOTED_KEY = /(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|[“„”][^“”\n]{0,200}[”“"])\s{0,20}[:：]/y;

/** Whether a key with its colon stands there, or the end of the object. */
function beginsKey(text: string, index: number, { isQuoted = false } = {}): boolean {
  if (!isQuoted && (text[index] === undefined || '}｝{'.includes(text[index]))) return true;
  for (const pattern of isQuoted ? [QUOTED_KEY] : [QUOTED_KEY, BARE_KEY]) {
    pattern.lastIndex = index;
    if (pattern.test(text)) return true;
  }
  return false;
}
