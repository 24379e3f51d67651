import { mainTone, sentencesOf, type ToneKind } from '@entente/relationship/offline';
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
  validation: 'repair',
};

/** Reads the kind of a move from what was seen and heard. Only words end a relationship, and to let a moment pass is to withdraw. */
export function kindOfMove({ deed, words, tone }: Happening): MoveKind {
  if (deed === '' && words === '') return 'withdrawal';
  const main = mainTone(`${deed}. ${tone}. ${words}`);
  return main === 'ending' && mainTone(words) !== 'ending' ? 'plain' : kindOfTone(main);
}

/** Kind of a move by the tone of the text that tells of it. */
export function kindOfTone(tone: ToneKind | undefined): MoveKind {
  return tone === undefined ? 'plain' : KIND_OF[tone];
}

/** Whether a kind of move hurts. */
export function isHarsh(kind: MoveKind): boolean {
  return kind === 'ending' || kind === 'contempt' || kind === 'criticism' || kind === 'defence' || kind === 'withdrawal';
}

/** Longest phrase to quote, in words. */
const LONGEST = 14;

/** The phrase of what was said that carries it, without its quotation marks and its full stop; empty if nothing was said. */
export function phraseOf({ words }: Happening): string {
  const sentences = sentencesOf(words);
  const main = mainTone(words);
  const carrying =
    sentences.find((sentence) => main !== undefined && mainTone(sentence) === main && sentence.split(/\s+/).length > 1) ??
    sentences.find((sentence) => sentence.split(/\s+/).length > 3) ??
    sentences[0] ??
    '';
  const said = carrying.replace(/[.,;]+$/, '');
  if (said.split(/\s+/).length <= LONGEST) return said;
  const clauses = said.split(/(?<=[,;:])\s+/);
  const kept = clauses
    .filter(
      (_, at) =>
        clauses
          .slice(0, at + 1)
          .join(' ')
          .split(/\s+/).length <= LONGEST,
    )
    .join(' ');
  return (kept === '' ? `${said.split(/\s+/).slice(0, LONGEST).join(' ')} …` : kept).replace(/[.,;:]+$/, '');
}

const NO_OBJECT =
  /^(other|same|first|last|moment|way|word|words|time|end|side|rest|subject|whole|little|bit|one|edge|middle|question|hand|arm|arms|palm|palms|knees|shoulder|sleeve|hair|forehead|ear|eyes|floor|chin|face|head|back|seat)$/i;

/** Thing that a deed is about: `the cup`; empty if it names none. */
export function objectOf({ deed }: Happening): string {
  const found = [...deed.matchAll(/\b(?:the|a|an|his|her|their) ([a-z]{3,})\b/gi)].map(([, noun = '']) => noun);
  const thing = found.find((noun) => !NO_OBJECT.test(noun));
  return thing === undefined ? '' : `the ${thing.toLowerCase()}`;
}
