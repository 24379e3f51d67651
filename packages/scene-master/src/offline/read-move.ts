import { mainTone, type ToneKind } from '@entente/relationship/offline';
import type { Happening } from './read-happening.js';

/** Kinds of moves, as somebody in the room would call them. */
export const MOVE_KINDS = [
  'ending',
  'contempt',
  'criticism',
  'defence',
  'withdrawal',
  'clinging',
  'repair',
  'warmth',
  'plain',
] as const;
export type MoveKind = (typeof MOVE_KINDS)[number];

/** Weight of each kind for the one who is treated so: harm counts for more than good. */
export const WEIGHT: Readonly<Record<MoveKind, number>> = {
  ending: -1.8,
  contempt: -1.3,
  criticism: -0.7,
  defence: -0.4,
  withdrawal: -0.5,
  clinging: -0.1,
  plain: 0,
  warmth: 0.5,
  repair: 0.6,
};

const KIND_OF: Readonly<Record<ToneKind, MoveKind>> = {
  ending: 'ending',
  contempt: 'contempt',
  criticism: 'criticism',
  conflict: 'criticism',
  defensiveness: 'defence',
  withdrawal: 'withdrawal',
  clinging: 'clinging',
  repair: 'repair',
  warmth: 'warmth',
  humour: 'warmth',
};

/** Reads the kind of a move from what was seen and heard. Only words end a relationship, and to let a moment pass is to withdraw. */
export function kindOfMove({ deed, words, tone }: Happening): MoveKind {
  if (deed === '' && words === '') return 'withdrawal';
  const main = mainTone(`${deed}. ${tone}. ${words}`);
  if (main === undefined) return 'plain';
  return main === 'ending' && mainTone(words) !== 'ending' ? 'plain' : KIND_OF[main];
}

/** Whether a kind of move hurts. */
export function isHarsh(kind: MoveKind): boolean {
  return kind === 'ending' || kind === 'contempt' || kind === 'criticism' || kind === 'defence' || kind === 'withdrawal';
}

/** First phrase of what was said, without its quotation marks; empty if nothing was said. */
export function phraseOf({ words }: Happening): string {
  const [first = ''] = words.split(/(?<=[.!?;])\s|\s[–—]\s/);
  const said = first.replace(/[.,;]+$/, '').split(/\s+/);
  return said.length > 10
    ? said
        .slice(0, 10)
        .join(' ')
        .replace(/[,;:]+$/, '')
    : said.join(' ');
}

const NO_OBJECT =
  /^(other|same|first|last|moment|way|word|words|time|end|side|rest|subject|whole|little|bit|one|edge|middle|question)$/i;

/** Thing that a deed is about: `the cup`; empty if it names none. */
export function objectOf({ deed }: Happening): string {
  const found = [...deed.matchAll(/\b(?:the|a|an|his|her|their) ([a-z]{3,})\b/gi)].map(([, noun = '']) => noun);
  const thing = found.find((noun) => !NO_OBJECT.test(noun));
  return thing === undefined ? '' : `the ${thing.toLowerCase()}`;
}
