const NUMBER = /^[-+]?(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i;
const NOT_A_NUMBER = /^[-+]?(?:NaN|Infinity)$/;
const LITERALS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
  ['none', null],
  ['undefined', null],
]);
/** Up to the next structure. */
const BARE = /[^,，:：{}[\]｛｝［］"“”„‟＂`\n\r<]*/y;
const BARE_TEXT = /^\p{L}[\p{L}\p{N}_ .'’/-]*$/u;
const APOSTROPHE_AT_EDGE = /(?<![\p{L}\p{N}])['’]|['’](?![\p{L}\p{N}])|\/\//u;

/** A value that stands without quotes. */
export interface ReadBare {
  readonly value: string | number | boolean | null;
  /** Whether it is text that lost its quotes. */
  readonly isText: boolean;
  /** Index just after the value. */
  readonly end: number;
}

/** Reads a number, a word such as `true`, or text that lost its quotes; undefined where it may go on after the end of the reply. */
export function readBare(text: string, index: number): ReadBare | undefined {
  BARE.lastIndex = index;
  const raw = BARE.exec(text)?.[0] ?? '';
  const end = index + raw.trimEnd().length;
  if (index + raw.length >= text.length && !/\s$/.test(raw)) return undefined;
  const comment = raw.search(/(?:\s|^)(?:#|\/\/|\/\*)/);
  if (comment >= 0) return bareWord(raw.slice(0, comment).trimEnd(), index);
  return bareWord(raw.trimEnd(), index, end);
}

function bareWord(word: string, index: number, end = index + word.length): ReadBare | undefined {
  if (NUMBER.test(word)) return { value: Number(word), isText: false, end };
  if (NOT_A_NUMBER.test(word)) return { value: null, isText: false, end };
  const literal = LITERALS.get(word.toLowerCase());
  if (literal !== undefined) return { value: literal, isText: false, end };
  if (!BARE_TEXT.test(word) || APOSTROPHE_AT_EDGE.test(word)) return undefined;
  return { value: word, isText: true, end };
}
