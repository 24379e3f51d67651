import { displayWidth } from './display-width.js';

/** Breaks a text at spaces into lines of at most `width` columns; a longer word stands alone. Line feeds of the text are kept. */
export function wrapText(text: string, width: number, indent = ''): string {
  const room = Math.max(20, width - displayWidth(indent));
  return text
    .split('\n')
    .flatMap((paragraph) => wrapParagraph(paragraph, room))
    .map((line) => (line === '' ? '' : indent + line))
    .join('\n');
}

function wrapParagraph(paragraph: string, width: number): readonly string[] {
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
