/** Control characters of both sets, without tab and line feed. */
const CONTROLS = '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]';
/** Marks that turn round what stands behind them (https://trojansource.codes), and lone halves of surrogate pairs. */
const UNSEEN = '[\\u202a-\\u202e\\u2066-\\u2069]|\\p{Surrogate}';
const UNPRINTABLE = new RegExp(`\\r\\n|${CONTROLS}|${UNSEEN}`, 'gu');

/**
 * A text that a terminal, an editor and any reader of CSV can take: each control character as the picture that Unicode has of it (`␀` for
 * NUL, `␛` for escape); those without a picture, marks that change the direction of writing, and lone surrogates as `�`. Tabs and line
 * breaks stay; a carriage return by itself, which lets a line be overwritten, does not.
 */
export function printableText(text: string): string {
  return text.replace(UNPRINTABLE, pictureOf);
}

/** How one of those is shown. */
function pictureOf(sign: string): string {
  if (sign === '\r\n') return sign;
  const code = sign.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}

const UNPRINTABLE_IN_JSON = new RegExp(`[\\u007f-\\u009f\\u2028\\u2029]|${UNSEEN}`, 'gu');

/** JSON, one or many lines, that a terminal can take: what JSON itself does not escape is escaped, so it reads as the same values. */
export function printableJson(json: string): string {
  return json.replace(UNPRINTABLE_IN_JSON, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
