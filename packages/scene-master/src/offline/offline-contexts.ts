import { type ByPartner, otherPartner, type Partner } from '@entente/relationship';
import { expandGrammar, type Grammar } from '@entente/relationship/offline';
import { sceneOf, textForPlace } from './place-in-run.js';
import type { Direction } from './read-direction.js';

const SECRETS: readonly string[] = [
  '{name} wrote {other} a long message {when} and has not sent it.',
  'The {relative} of {name} asked {when} whether all is well with {other}, and got no answer.',
  '{name} dreamt {when} that {other} walked past in the street without a look.',
  '{name} has been looking forward to an hour with {other} for days and would hate for it to show.',
  '{name} told a friend more about {other} {when} than was fair.',
  '{name} has good news and is keeping it back for the right moment.',
  '{name} made up a list {when} of everything that would be easier alone, and tore it up.',
  'Somebody paid {name} a compliment {when}, and it has been on the mind of {name} since.',
  'The money of {name} is shorter than {other} thinks.',
  '{name} found an old picture {when} and could not remember the last day as good as that one.',
  'The {relative} of {name} has taken against {other} and will not say why.',
  '{name} looked at the price of a room elsewhere {when}, only to have looked.',
];

const WORDS: Grammar = {
  when: ['one morning', 'one night', 'on a Thursday', 'after a quarrel', 'on a long way home'],
  relative: ['mother', 'brother', 'oldest friend', 'sister', 'aunt'],
};

/** Draws a private matter for each partner. */
export function offlineContexts(direction: Direction, random: () => number): ByPartner<string> {
  const { names } = direction;
  const secretOf = (partner: Partner, at: number) => {
    const secret = textForPlace(SECRETS, direction, 2 * sceneOf(direction) + at);
    return expandGrammar(
      { ...WORDS, secret: [secret], name: [names[partner]], other: [names[otherPartner(partner)]] },
      'secret',
      random,
    );
  };
  return { A: secretOf('A', 0), B: secretOf('B', 1) };
}
