/** Joins the lines of a text, so that a line of a prompt stays one line. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
