import { onOneLine, withoutQuotationMarks } from '@entente/relationship';
import { type Style, wrapText } from '@entente/run-console';

/** Width of the story and colours of the terminal. */
export interface Layout {
  readonly width: number;
  readonly style: Style;
}

/** Columns of the quiet lines beneath a move, and of their continuation. */
const QUIET = '    ';
const QUIET_ON = '      ';

/** Paragraphs at full width. */
export function paragraphs({ width }: Layout, text: string): string {
  return wrapText(text.trim(), width);
}

/** Text on as many lines as it takes; all but the first are indented. */
export function hanging({ width }: Layout, text: string, indent = '  ', first = ''): string {
  return first + wrapText(onOneLine(text), width, indent).trimStart();
}

/** Line that a reader may skip: a thought, a secret, a feeling. */
export function quiet(layout: Layout, text: string): string {
  return layout.style.dim(hanging(layout, text, QUIET_ON, QUIET));
}

/** Words in quotation marks. Those that a model has put around them are not doubled; others within them become single ones. */
export function quoted(words: string): string {
  return `"${withoutQuotationMarks(onOneLine(words)).replaceAll(/["“”„]/g, "'")}"`;
}
