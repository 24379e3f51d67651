/** Joins the lines of a text, so that a line of a prompt or of a story stays one line. */
export function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Writes a text on one line, and ends it where it has no end yet; an empty text stays empty. */
export function asSentence(text: string): string {
  const line = onOneLine(text);
  return line === '' || /[.!?…]["'”’»)]*$/.test(line) ? line : `${line}.`;
}

/** Writes the first letter in upper case. */
export function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Escapes a text that is to stand as it is within a regular expression. */
export function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
