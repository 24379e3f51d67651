import { ownSequence } from './own-sequence.js';

const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  italic: [3, 23],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
} as const;

export type StyleName = keyof typeof CODES;

/** Colours and weights for a terminal, or plain text where there is none. */
export type Style = Readonly<Record<StyleName, (text: string) => string>>;

/**
 * Texts are painted with sequences of our own, which `printableOutput` makes those of the terminal, so that no text from outside brings
 * colours with it. Node's own `styleText` looks at the process's streams in some versions and not in others; this one is told.
 */
export function createStyle(enabled: boolean): Style {
  const names = Object.keys(CODES) as StyleName[];
  const paint = (name: StyleName) => (text: string) =>
    enabled && text !== '' ? `${ownSequence(`${CODES[name][0]}m`)}${text}${ownSequence(`${CODES[name][1]}m`)}` : text;
  return Object.fromEntries(names.map((name) => [name, paint(name)])) as Style;
}
