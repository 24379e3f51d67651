/** Place of a piece in its text: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A run of letters and digits, with the ending of `Paris’s` and of `don’t`. */
export interface WordToken extends Span {
  readonly kind: 'word';
  /** Capitals without accents, and without the ending of a genitive: `GERMANY` for `Germany’s`. */
  readonly spelling: string;
  /** Whether it directly follows the token before. */
  readonly adjoins: boolean;
}

/** A sign. A `pause` may end a clause (comma, colon, full stop), a `stop` does (semicolon, new line). */
export interface SignToken extends Span {
  readonly kind: 'dash' | 'slash' | 'open' | 'close' | 'pause' | 'stop' | 'sign';
  /** As written. */
  readonly sign: string;
  readonly adjoins: boolean;
}

/** A word or a sign of an order's text. */
export type Token = WordToken | SignToken;

const ARROWS = '→↝↠↣↦⇀⇒⇛⇝⇢⇥⇨⇾➔-➾⟶⟹⟼⟿►▶';

/** Pictures with a meaning: arrows that do not point forward (`↔`, `⬅`), and signs that cross out or forbid. */
const TELLING = '\u2190-\u21ff\u2900-\u297f\u2b00-\u2b1a◀❌❎✖⛔🚫🛑';

/** By group: stop, pause, decoration that means nothing, comment, dash or arrow, slash, brackets, word; anything else is a sign. */
const TOKEN = new RegExp(
  [
    String.raw`([;\r\n])`,
    String.raw`([,:!?|]|\.(?=\s|$))`,
    String.raw`([ \t]+|[\s."'\x60*_“”‘’„«»•·●◦▪‣✓✔\u200b-\u200d\ufe0f\ufeff]|(?![${ARROWS}${TELLING}])\p{Extended_Pictographic})`,
    String.raw`(#|\/\/)`,
    String.raw`((?:[\p{Pd}−>=~${ARROWS}]|&gt;|&rarr;)+)`,
    String.raw`([/\\])`,
    String.raw`([([{])`,
    String.raw`([)\]}])`,
    String.raw`([\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][sStT](?![\p{L}\p{N}]))?)`,
    String.raw`[^]`,
  ].join('|'),
  'gu',
);

const SIGNS = ['stop', 'pause', null, null, 'dash', 'slash', 'open', 'close'] as const;

/** The words and signs of a text. Comments (`# …`, `// …`), quotation marks, bold and bullets are left out. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  let last = -1;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const [piece] = match;
    const groups: readonly (string | undefined)[] = match.slice(1);
    const group = groups.findIndex((part) => part !== undefined);
    const start = match.index;
    const end = start + piece.length;
    if (group === 2) continue;
    if (group === 3) {
      // At the beginning it is a heading or a bullet, not a comment on nothing.
      if (tokens.length > 0) TOKEN.lastIndex = endOfLine(text, end);
      continue;
    }
    const adjoins = start === last;
    last = end;
    if (group === 8) tokens.push({ kind: 'word', spelling: spell(piece), start, end, adjoins });
    else tokens.push({ kind: SIGNS[group] ?? 'sign', sign: piece, start, end, adjoins });
  }
  return tokens;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Normalises a word for comparison: capitals, without accents and without the ending of a genitive. */
export function spell(word: string): string {
  const plain = /^[A-Za-z0-9]*$/.test(word)
    ? word
    : word
        .replace(/['’]s$/i, '')
        .normalize('NFKD')
        .replace(/[^\p{L}\p{N}]/gu, '');
  return plain.toUpperCase();
}
