/** What was read from one opening bracket (or to the end of the text) on. */
export interface LexedValue {
  /** The value's structure without comments; every string is a place holder, `"\uE000<index>\uE001"`. */
  readonly json: string;
  /** What the strings contain, by index. */
  readonly strings: readonly string[];
  /** Index in the text just after the value. */
  readonly end: number;
  /** Whether the closing bracket was found. */
  readonly closed: boolean;
}

/** Opening quote -> the quotes that may close it. */
const CLOSING_QUOTES: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '“': '”"',
  '”': '”"',
  '‘': "’'",
  '’': "’'",
};
const NUMBERS_WITHOUT_JSON = /[-+]?(?:NaN|Infinity)(?![\w$])/y;
const WORD = /[\w$]/;
const SPACE_AND_COMMENTS = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|#[^\n]*)*/y;
/** What may follow the comma after a string in an object: the next key, the object's end, or nothing more. */
const KEY_OR_END = /["'`“”‘’}\]]|[\w$-]+\s*:|$/y;
const QUOTED_KEY = /"[^"\n]*"\s*:|'[^'\n]*'\s*:/y;

/**
 * Walks text that only looks like JSON from `start` and settles where each string begins and ends. A quote ends a string
 * only where structure follows it, so apostrophes and quotes that nobody escaped stay part of the string.
 */
export function lexLooseJson(text: string, start: number): LexedValue {
  const open: ('{' | '[')[] = [];
  const strings: string[] = [];
  let json = '';
  let index = start;
  /** The last character that was neither space nor comment: says whether a quote can open a string here. */
  let before = '';

  while (index < text.length) {
    const character = text[index] as string;
    if (character === '{' || character === '[') {
      open.push(character);
      json += character;
      index += 1;
    } else if (character === '}' || character === ']') {
      json += closeUpTo(open, character === '}' ? '{' : '[');
      index += 1;
      if (open.length === 0) return { json, strings, end: index, closed: true };
    } else if (opensString(character, before)) {
      const isKey = open.at(-1) === '{' && before !== ':';
      const string = readString(text, index, open.at(-1), isKey);
      json += `"\uE000${String(strings.push(string.contents) - 1)}\uE001"`;
      index = string.end;
    } else if (startsComment(text, index, before)) {
      // A block comment that never ends takes the rest with it.
      const end = matchAt(SPACE_AND_COMMENTS, text, index);
      index = end > index ? end : text.length;
      json += ' ';
      continue;
    } else {
      const end = WORD.test(before) ? index : matchAt(NUMBERS_WITHOUT_JSON, text, index);
      if (end > index) {
        json += 'null';
        index = end;
        before = 'l';
        continue;
      }
      json += character;
      index += 1;
      if (/\s/.test(character)) continue;
    }
    before = text[index - 1] as string;
  }
  return { json, strings, end: index, closed: false };
}

/** Brackets left open inside are closed first, as in `{"a": [1, 2}`; a closing bracket nobody opened is dropped. */
function closeUpTo(open: ('{' | '[')[], opener: '{' | '['): string {
  if (!open.includes(opener)) return '';
  let closers = '';
  for (let last = open.pop(); last !== undefined; last = open.pop()) {
    closers += last === '{' ? '}' : ']';
    if (last === opener) break;
  }
  return closers;
}

function opensString(character: string, before: string): boolean {
  if (character === '"') return true;
  // An apostrophe within bare words, as in {mood: don't know}, opens nothing.
  return character in CLOSING_QUOTES && (before === '' || '{[,:+'.includes(before));
}

function startsComment(text: string, index: number, before: string): boolean {
  if (text.startsWith('/*', index)) return true;
  // In {url: http://example.org} two slashes belong to the bare word; after structure or a value they open a comment.
  if (text.startsWith('//', index)) return before !== ':' || /\s/.test(text[index - 1] ?? ' ');
  return text[index] === '#' && '{[,'.includes(before) && before !== '';
}

function readString(
  text: string,
  start: number,
  container: '{' | '[' | undefined,
  isKey: boolean,
): { readonly contents: string; readonly end: number } {
  const closing = CLOSING_QUOTES[text[start] as string] as string;
  let index = start + 1;
  let contents = '';
  while (index < text.length) {
    const character = text[index] as string;
    if (character === '\\' && index + 1 < text.length) {
      const escape = readEscape(text, index);
      contents += escape.character;
      index = escape.end;
    } else if (closing.includes(character) && endsString(text, index, container, isKey)) {
      return { contents, end: index + 1 };
    } else {
      contents += character;
      index += 1;
    }
  }
  return { contents, end: index };
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const UNICODE_ESCAPE = /u[\da-fA-F]{4}/y;

function readEscape(text: string, backslash: number): { readonly character: string; readonly end: number } {
  const after = text[backslash + 1] as string;
  if (matchAt(UNICODE_ESCAPE, text, backslash + 1) > backslash + 1) {
    return { character: String.fromCharCode(Number.parseInt(text.slice(backslash + 2, backslash + 6), 16)), end: backslash + 6 };
  }
  if (after in ESCAPES) return { character: ESCAPES[after] as string, end: backslash + 2 };
  // An escape JSON does not know (a regular expression, LaTeX) was meant as it stands; an escaped quote or slash was not.
  const character = /["'`\\/“”‘’]/.test(after) ? after : `\\${after}`;
  return { character, end: backslash + 2 };
}

/** Whether what follows a quote shows that the string really ends there. */
function endsString(text: string, quote: number, container: '{' | '[' | undefined, isKey: boolean): boolean {
  const next = matchAt(SPACE_AND_COMMENTS, text, quote + 1);
  if (next >= text.length) return true;
  const follower = text[next] as string;
  if (isKey) return follower === ':';
  if (follower === '}' || follower === ']') return true;
  if (follower === '+') return true;
  if (follower === ',') {
    if (container !== '{') return true;
    const afterComma = matchAt(SPACE_AND_COMMENTS, text, next + 1);
    return afterComma >= text.length || matchAt(KEY_OR_END, text, afterComma) > afterComma;
  }
  // A forgotten comma: the next thing is a key of its own.
  return container === '{' && matchAt(QUOTED_KEY, text, next) > next;
}

/** Where the sticky pattern, tried at `index`, ends; `index` itself where it does not match. */
function matchAt(pattern: RegExp, text: string, index: number): number {
  pattern.lastIndex = index;
  return pattern.test(text) ? pattern.lastIndex : index;
}
