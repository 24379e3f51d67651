/**
 * A text of somebody else's as one line that does not steer a terminal: control characters as the pictures that Unicode has of them (`␛` for
 * escape), those without one as `�`, line breaks and tabs as spaces.
 */
export function oneLine(text: string): string {
  return text.replace(/[\r\n\t]+/g, ' ').replace(CONTROLS, pictureOf);
}

const CONTROLS = /[\u0000-\u001f\u007f-\u009f]/g;

function pictureOf(control: string): string {
  const code = control.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}
