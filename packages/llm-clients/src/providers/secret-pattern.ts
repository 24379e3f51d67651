/** Characters that every encoding leaves unchanged. */
const UNESCAPED = /[A-Za-z0-9_.-]/;
const HTML_NAMES: Readonly<Record<string, string>> = { '"': 'quot', '&': 'amp', '<': 'lt', '>': 'gt', "'": 'apos' };
const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\n': 'n', '\t': 't', '\r': 'r', '\b': 'b', '\f': 'f', '\v': 'v' };
/** Shorter ones could stand in any text by chance. */
const LEAST_BASE64 = 6;

/**
 * Finds a secret in a text as it is, and as JSON (also quoted in JSON again), URLs, HTML, shells and base64 write it. Takes time
 * linear in the text for whatever text: it is run over replies.
 */
export function secretPattern(secret: string): RegExp {
  return new RegExp([...base64Forms(secret), escapedForms(secret)].join('|'), 'g');
}

/** A sequence of the signs, each in any of its forms. */
function escapedForms(secret: string): string {
  let source = '';
  const pieces = secret.match(/\\+|[^\\]/gsu) ?? [];
  for (const [index, piece] of pieces.entries()) {
    // A run of backslashes takes the backslashes of an escape behind it too.
    if (piece.startsWith('\\')) source += backslashes(piece.length);
    else source += formsOf(piece, pieces[index - 1]?.startsWith('\\') === true);
  }
  return source;
}

function backslashes(count: number): string {
  // From the first of them only, so that a long run of them is looked through once.
  return `(?:(?<!\\\\)\\\\{${count},}|(?:${encoded('\\').join('|')}){${count}})`;
}

function formsOf(character: string, isAfterBackslashes: boolean): string {
  if (UNESCAPED.test(character)) return character;
  const behind = isAfterBackslashes ? [''] : ['(?<!\\\\)\\\\+'];
  const units = character.split('');
  const short = SHORT_ESCAPES[character];
  const name = HTML_NAMES[character];
  const backslashed = [
    units.map((unit) => `${units[0] === unit ? '' : '\\\\+'}u${hex(unit.charCodeAt(0), 4)}`).join(''),
    ...(units.length === 1 && character.charCodeAt(0) < 0x100 ? [`x${hex(character.charCodeAt(0), 2)}`] : []),
    ...(short === undefined ? [literal(character)] : [short]),
  ];
  const forms = [
    literal(character),
    ...backslashed.flatMap((form) => behind.map((before) => `${before}${form}`)),

    ...encoded(character),
    ...(name === undefined ? [] : [`&(?:amp;)*${name};`]),
    ...(character === ' ' ? ['\\+'] : []),
  ];
  return `(?:${forms.join('|')})`;
}

/** As URLs and HTML have it, however often encoded. */
function encoded(character: string): readonly string[] {
  const code = character.codePointAt(0)!;
  const percent = [...Buffer.from(character)].map((byte) => `%(?:25)*${hex(byte, 2)}`).join('');
  const unicode = character === '\\' ? ['(?<!\\\\)\\\\+u005[cC]'] : [];
  return [percent, `&(?:amp;)*#0*${code};`, `&(?:amp;)*#[xX]0*${hex(code, 1)};`, ...unicode];
}

/** Base64 forms of the secret's bytes for each offset in a group of three, without the ends, which depend on neighbouring bytes. */
function base64Forms(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  return [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    const core = text.slice(Math.ceil((8 * before) / 6), Math.floor((8 * (before + bytes.length)) / 6));
    if (core.length < LEAST_BASE64) return [];
    const source = core.replaceAll('+', '(?:[+-]|%2[bB])').replaceAll('/', '(?:\\\\?/|_|%2[fF])');
    return [`[\\w+/-]?${source}[\\w+/-]?(?:=|%3[dD])*`];
  });
}

function hex(code: number, digits: number): string {
  return code
    .toString(16)
    .padStart(digits, '0')
    .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
