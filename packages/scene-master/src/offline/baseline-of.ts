import type { Partner } from '@entente/relationship';
import { beginningOf, hashOf } from './place-in-run.js';
import type { Direction } from './read-direction.js';

const ANXIOUS = /\b(anxious\w*|worr\w*|reassur\w*|cling\w*|jealous\w*|left behind)\b/gi;
const GUARDED = /\b(guarded|alone|independen\w*|escape\w*|restless|distance|free|withdraw\w*)\b/gi;

/** Level for a person who is wholly secure. */
const SECURE = 8.3;
/** How far people of the same attachment differ; how far a couple differs from run to run; how far each of the two does. */
const PERSON = 0.8;
const COUPLE = 3.9;
const RUN = 1.3;

/**
 * Level of commitment that a person starts from: the secure highest; closeness that is hard to bear lowers it more than fear of being left.
 * The rest is the person, how the story began for the two, and how it began for that person.
 */
export function baselineOf(direction: Direction, partner: Partner): number {
  const { cards, names, onCard } = direction;
  const name = names[partner];
  const anxiety = Number(onCard(partner, 'character.attachment', 'anxiety') ?? levelOf(cards[partner], ANXIOUS));
  const avoidance = Number(onCard(partner, 'character.attachment', 'avoidance') ?? levelOf(cards[partner], GUARDED));
  const lean = (text: string) => hashOf(text) / 1000 - 0.5;
  return (
    SECURE -
    0.42 * (avoidance - 1) -
    0.22 * (anxiety - 1) +
    PERSON * lean(name) +
    COUPLE * lean(`${[names.A, names.B].toSorted().join(' and ')} and ${beginningOf(direction)}`) +
    RUN * lean(`${name} and ${beginningOf(direction)}`)
  );
}

/** Level from 1 to 7 by the words of a persona without numbers. */
function levelOf(card: string, words: RegExp): number {
  return Math.min(7, 2.5 + 1.5 * (card.match(words)?.length ?? 0));
}
