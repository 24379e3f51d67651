/** Control characters of both sets, without tab, line feed and carriage return. */

const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
const LONE_SURROGATES = /\p{Surrogate}/gu;

/**
 * A text that a terminal and any reader of CSV can take: each control character as the picture that Unicode has of it (`␀` for
 * NUL, `␛` for escape), those without a picture and lone surrogates as `�`. Tabs and line breaks stay.
 */
export function printableText(text: string): string {
  return text.replace(CONTROLS, pictureOf).replace(LONE_SURROGATES, '\ufffd');
}

function pictureOf(control: string): string {
  const code = control.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}
