/**
 * A text of somebody else's as one line that does not steer a terminal: control characters as the pictures that Unicode has of them (`␛` for
 * escape), those without one and marks that turn the direction of writing as `�`, line breaks and tabs as spaces.
 */
export function oneLine(text: string): string {
  return printable(text.replace(/[\r\n\t]+/g, ' '));
}

/** The same with its lines and tabs left as they are. */
export function printable(text: string): string {
  return text.replace(CONTROLS, pictureOf);
}

const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

function pictureOf(control: string): string {
  const code = control.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}
