import { onOneParagraph } from '@entente/diplomacy-game/state';
import { formatOrder, type Power } from '@entente/diplomacy-rules';
import type { PhaseMaterial } from './phase-material.js';

/** Kinds of sources of a quote. */
export const QUOTE_SOURCES = ['message', 'diary', 'order'] as const;
export type QuoteSource = (typeof QUOTE_SOURCES)[number];

/** A quote that was found in the record, with its source. */
export interface FoundQuote {
  readonly source: QuoteSource;
  /** Author of the text; `null` for a text about several powers. */
  readonly by: Power | null;
  /** `FRANCE to ENGLAND`, `diary of FRANCE`, `orders of FRANCE`. */
  readonly where: string;
}

/** Minimum length of a quote, in characters. Shorter ones prove nothing: `ok` occurs anywhere. */
const LEAST_LETTERS = 4;

/**
 * Finds a quote in the record of a phase. Case, spaces and the shapes of quotation marks and dashes do not matter. Quotes are whole
 * words: `can h` is in no message.
 * @param preferred looked through first
 */
export function findQuote(quote: string, material: PhaseMaterial, preferred?: QuoteSource): FoundQuote | null {
  const places = placesOf(material);
  const first = places.filter(({ source }) => source === preferred);
  const wanted = plain(quote).trim();
  // The text of a move is also part of the supports for it.
  const isWhole = ({ names = [] }: Place): boolean => names.some((name) => plain(name) === wanted);
  const found = places.find(isWhole) ?? [...first, ...places].find(({ text }) => occursIn(quote, text));
  if (!found) return null;
  const { source, by, where } = found;
  return { source, by, where };
}

/** Returns whether a quote occurs in a text; see `findQuote`. */
export function occursIn(quote: string, text: string): boolean {
  const wanted = plain(quote).replaceAll(/^[\s"'.…[\]]+|[\s"'.…[\]]+$/g, '');
  if (wanted.replaceAll(/[^\p{L}\p{N}]/gu, '').length < LEAST_LETTERS) return false;
  const whole = plain(text);
  const isWordEdge = (at: number): boolean => !/[\p{L}\p{N}]{2}/u.test(whole.slice(Math.max(0, at - 1), at + 1));
  for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + 1)) {
    if (isWordEdge(at) && isWordEdge(at + wanted.length)) return true;
  }
  return false;
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[‘’‚′`]/g, "'")
    .replaceAll(/[“”„«»″]/g, '"')
    .replaceAll(/[‐-―−]/g, '-')
    // Prompts show a message on one line, with a slash between its lines.
    .replaceAll(/\s+\/\s+/g, ' ')
    .replaceAll(/\s+/g, ' ');

interface Place extends FoundQuote {
  readonly text: string;
  /** Forms of the text that may be quoted as a whole. */
  readonly names?: readonly string[];
}

function placesOf({ press, diaries, orders, aftermath }: PhaseMaterial): readonly Place[] {
  return [
    ...press.map(({ sender, recipient, text }): Place => {
      const where = `${sender} to ${recipient === 'GLOBAL' ? 'all' : recipient}`;
      return { source: 'message', by: sender, where, text: `${where}: ${onOneParagraph(text)}` };
    }),
    ...diaries.map(({ power, text }): Place => ({
      source: 'diary',
      by: power,
      where: `diary of ${power}`,
      text: onOneParagraph(text),
    })),
    ...orders.map(({ power, order, text, explanation }): Place => ({
      source: 'order',
      by: power,
      where: `orders of ${power}`,
      text: `${power}: ${text}. ${explanation}`,
      names: [text, formatOrder(order), `${power}: ${text}`, `${power}: ${formatOrder(order)}`],
    })),
    ...aftermath.map((text): Place => ({ source: 'order', by: null, where: 'orders afterwards', text })),
  ];
}
