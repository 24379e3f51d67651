const LINE_END = /[\n\v\f\r\u0085\u2028\u2029]/;
const AROUND_LINE_ENDS = /\s*[\n\v\f\r\u0085\u2028\u2029]\s*/g;

/** Joins the lines of a text with ` / `, so that no word of another power begins a line and passes for a section of a prompt. */
export const onOneParagraph = (text: string): string => {
  const trimmed = text.trim();
  return LINE_END.test(trimmed) ? trimmed.replaceAll(AROUND_LINE_ENDS, ' / ') : trimmed;
};
