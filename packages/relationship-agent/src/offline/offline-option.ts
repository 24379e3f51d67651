import type { OptionTaken } from '@entente/relationship';
import { pickFrom, readTone, toneBalance } from '@entente/relationship/offline';
import { drawStance, type Stance } from './draw-stance.js';
import type { CharacterReading } from './read-character.js';

const WANTED_TONE: { readonly [S in Stance]: number } = {
  repair: 1,
  warm: 1,
  honest: 0.6,
  cling: 0.3,
  withdraw: -0.8,
  attack: -1,
};

const REASONS: { readonly [S in Stance]: readonly string[] } = {
  repair: ['I would rather be close than right.', 'Somebody has to begin, and it may as well be me.'],
  warm: ['This is the part of us I like best.', 'I want this evening to end well.'],
  honest: ['If I do not say it now I never will.', 'Anything else would be acting.'],
  cling: ['I need to know where we stand before I can think of anything else.', 'Waiting is worse than hearing it.'],
  withdraw: ['I cannot think while I am being looked at.', 'It will pass if nobody touches it.'],
  attack: ['I am tired of being the reasonable one.', 'They should feel for once what it is like.'],
};

/** Takes the offered option whose tone fits the stance best. */
export function offlineOption(reading: CharacterReading, random: () => number): OptionTaken {
  const offered = [...reading.task.matchAll(/^(\w+)\) (.*)$/gm)].map(([, id = '', action = '']) => ({ id, action }));
  const stance = drawStance(reading, random);
  const scored = offered.map(({ id, action }) => ({
    id,
    fit: WANTED_TONE[stance] * toneBalance(readTone(action)) + random() * 0.2,
  }));
  const [best] = scored.sort((a, b) => b.fit - a.fit);
  return { option: best?.id ?? 'a', reason: pickFrom(REASONS[stance], random) };
}
