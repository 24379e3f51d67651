/**
 * Makes foreign text safe to print on one line: control characters become their Unicode pictures (`␛` for escape), those without one and
 * marks of writing direction become `�`, line breaks and tabs become spaces.
 */
export function oneLine(text: string): string {
  return printable(text.replace(/[\r\n\t]+/g, ' '));
}

/** The same, but keeps line breaks and tabs. */
export function printable(text: string): string {
  return text.replace(CONTROLS, pictureOf);
}

const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

function pictureOf(control: string): string {
  const code = control.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}
