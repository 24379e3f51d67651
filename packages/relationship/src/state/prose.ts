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

/** Takes off the quotation marks around a whole speech or quote, and one that stands alone at an end. */
export function withoutQuotationMarks(text: string): string {
  const marks = text.match(MARKS)?.length ?? 0;
  const isAround = marks === 2 && AROUND.test(text);
  return (marks === 1 || isAround ? text.replace(/^["“”„«»]|["“”„«»]$/gu, '') : text).trim();
}

const MARKS = /["“”„«»]/gu;
const AROUND = /^["“”„«»].*["“”„«»]$/su;

/** Escapes a text that is to stand as it is within a regular expression. */
export function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
