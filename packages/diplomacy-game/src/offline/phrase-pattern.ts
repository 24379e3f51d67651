import { type Power, POWERS, type Province, standardMap } from '@entente/diplomacy-rules';
import { ORDER_PATTERN } from './read-order-text.js';

/** A phrase with placeholders, `{province} stays empty`, which can be written and found again. */
export interface PhrasePattern {
  readonly write: (values: Readonly<Record<string, string>>) => string;
  /** Finds the phrase in a text, each time with the values of its placeholders. */
  readonly find: (text: string) => readonly FoundPhrase[];
}

export interface FoundPhrase {
  readonly index: number;
  readonly values: Readonly<Record<string, string>>;
}

/** `France`. */
export const powerTitle = (power: Power): string => `${power.charAt(0)}${power.slice(1).toLowerCase()}`;

const PROVINCE_NAMES = new Map<string, string>(standardMap.provinces.map(({ id, name }) => [id, name]));
const SEAS = new Set(standardMap.provinces.flatMap(({ id, terrain }) => (terrain === 'sea' ? [id] : [])));
const PROVINCE_IDS = new Map<string, Province>(
  standardMap.provinces.flatMap(({ id, name }) => [
    [id, id],
    [name.toLowerCase(), id],
  ]),
);

/** `Burgundy`, `the English Channel`. */
export function provinceTitle(province: Province): string {
  const name = PROVINCE_NAMES.get(province) ?? province;
  return SEAS.has(province) ? `the ${name}` : name;
}

/** Returns the id of a province by its name, with or without an article, or by its id; `undefined` for other words. */
export const provinceByName = (name: string): Province | undefined =>
  PROVINCE_IDS.get(name) ?? PROVINCE_IDS.get(name.toLowerCase().replace(/^the /, ''));

const escaped = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);

/** Longest names first, so that no name hides a longer one; ids only in capitals. */
export const PROVINCE_PATTERN = [...PROVINCE_NAMES.values()]
  .sort((a, b) => b.length - a.length)
  .map(escaped)
  .concat([...PROVINCE_NAMES.keys()].map((id) => `${id}\\b`))
  .join('|');

const PATTERNS: Readonly<Record<string, string>> = { order: ORDER_PATTERN, power: POWERS.map(powerTitle).join('|') };
const PLACE = /\{(\w+)\}/;

/** Compiles a phrase. A placeholder named `power` or `order` holds one, all others hold a province. */
export function phrasePattern(phrase: string): PhrasePattern {
  const pieces = phrase.split(PLACE);
  const literals = pieces.filter((_, at) => at % 2 === 0);
  const longest = literals.reduce((most, piece) => (piece.length > most.length ? piece : most));
  const source = pieces
    .map((piece, at) => (at % 2 === 0 ? escaped(piece) : `(?<${piece}>${PATTERNS[piece] ?? `(?:the )?(?:${PROVINCE_PATTERN})`})`))
    .join('');
  const pattern = new RegExp(source, 'g');
  return {
    write: (values) => pieces.map((piece, at) => (at % 2 === 0 ? piece : (values[piece] ?? piece))).join(''),
    find: (text) =>
      text.includes(longest)
        ? [...text.matchAll(pattern)].map(({ index, groups = {} }) => ({ index, values: { ...groups } }))
        : [],
  };
}
