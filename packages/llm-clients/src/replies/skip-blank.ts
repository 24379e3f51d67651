/** Spaces of every kind, the byte order mark and characters of no width among them. */
const SPACE = /[\s\u200b-\u200f\u2060\ufeff\u00ad]*/y;
/** Comments end within bounds, so that a reply full of their beginnings costs no more than another. */
const LINE_COMMENT = /(?:\/\/|#+(?:\s|$))[^\n]{0,1000}(?=\n|$)/y;
const BLOCK_COMMENT = /\/\*[^]{0,2000}?\*\//y;

/**
 * Returns the index of the next significant character, after spaces and comments. A comment with an odd number of quotes does not
 * count as one, since it may be a text that lost a quote.
 */
export function skipBlank(text: string, from: number): number {
  let index = skipSpace(text, from);
  for (let end = endOfComment(text, index); end > index; end = endOfComment(text, index)) index = skipSpace(text, end);
  return index;
}

export function skipSpace(text: string, from: number): number {
  SPACE.lastIndex = from;
  SPACE.test(text);
  return SPACE.lastIndex;
}

function endOfComment(text: string, index: number): number {
  const pattern = text[index] === '/' ? (text[index + 1] === '*' ? BLOCK_COMMENT : LINE_COMMENT) : LINE_COMMENT;
  pattern.lastIndex = index;
  const comment = '/#'.includes(text[index] ?? ' ') ? pattern.exec(text)?.[0] : undefined;
  if (comment === undefined) return index;
  return (comment.split('"').length - 1) % 2 === 0 ? index + comment.length : index;
}
