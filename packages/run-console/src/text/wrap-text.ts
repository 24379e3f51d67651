import { displayWidth } from './display-width.js';

/** The least room that a text is wrapped into, in columns. */
const NARROWEST = 20;

/** Breaks a text at spaces into lines of at most `width` columns; a longer word stands alone. Line feeds of the text are kept. */
export function wrapText(text: string, width: number, indent = ''): string {
  const room = Math.max(NARROWEST, width - displayWidth(indent));
  return text
    .split('\n')
    .flatMap((paragraph) => wrapWords(paragraph, room))
    .map((line) => (line === '' ? '' : indent + line))
    .join('\n');
}

/** The lines of one paragraph, each at most `width` columns; a longer word stands alone. */
export function wrapWords(paragraph: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(/ +/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && displayWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}
