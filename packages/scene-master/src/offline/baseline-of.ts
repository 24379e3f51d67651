import type { Partner } from '@entente/relationship';
import { beginningOf, hashOf } from './place-in-run.js';
import type { Direction } from './read-direction.js';

const ANXIOUS = /\b(anxious\w*|worr\w*|reassur\w*|cling\w*|jealous\w*|left behind)\b/gi;
const GUARDED = /\b(guarded|alone|independen\w*|escape\w*|restless|distance|free|withdraw\w*)\b/gi;

/** Level for a person who is wholly secure. */
const SECURE = 7.6;
/** How far people of the same attachment differ, and how far one person differs from run to run. */
const PERSON = 0.8;
const RUN = 5.4;

/**
 * Level of commitment that a person starts from: the secure highest; closeness that is hard to bear lowers it more than fear of being left.
 * The rest is the person, and how the story began for that person.
 */
export function baselineOf(direction: Direction, partner: Partner): number {
  const { cards, names, onCard } = direction;
  const name = names[partner];
  const anxiety = Number(onCard(partner, 'character.attachment', 'anxiety') ?? levelOf(cards[partner], ANXIOUS));
  const avoidance = Number(onCard(partner, 'character.attachment', 'avoidance') ?? levelOf(cards[partner], GUARDED));
  const lean = (text: string) => hashOf(text) / 1000 - 0.5;
  return (
    SECURE -
    0.38 * (avoidance - 1) -
    0.18 * (anxiety - 1) +
    PERSON * lean(name) +
    RUN * lean(`${name} and ${beginningOf(direction)}`)
  );
}

/** Level from 1 to 7 by the words of a persona without numbers. */
function levelOf(card: string, words: RegExp): number {
  return Math.min(7, 2.5 + 1.5 * (card.match(words)?.length ?? 0));
}
