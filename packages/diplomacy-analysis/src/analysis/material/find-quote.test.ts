import { expect, it } from 'vitest';
import { playScript } from '../../testing/scripted-game.js';
import { findQuote, occursIn } from './find-quote.js';
import { readGameMaterial } from './game-material.js';

it.each([
  ['I will not enter the English Channel', true],
  ['i WILL not   enter the english channel.', true],
  ['“I will not enter the English Channel”', true],
  ['...not enter the English Channel, my friend…', true],
  ['not enter the English Channel - my word', false],
  ['I will enter the English Channel', false],
  // The beginning of a word is not the word.
  ['nglish Channel, my f', false],
  // Too short to be evidence.
  ['I w', false],
  ['', false],
])('%j is found: %s', (quote, isFound) => {
  expect(occursIn(quote, 'Dear England,\nI will not enter the English\nChannel, my friend.')).toBe(isFound);
});

it('names the author, and takes a move from its own order rather than from its support', async () => {
  const store = await playScript({
    S1901M: {
      FRANCE: {
        says: { GERMANY: 'Burgundy is yours.\nTrust me.' },
        orders: ['A PAR S A MUN - BUR'],
        diary: 'I mean to help Germany.',
      },
      GERMANY: { orders: ['A MUN - BUR'] },
    },
  });
  const [material] = (await readGameMaterial('game', store)).phases;
  if (material === undefined) throw new Error('no phase was played');
  expect(findQuote('burgundy is yours. / trust me', material)).toMatchObject({ by: 'FRANCE', where: 'FRANCE to GERMANY' });
  expect(findQuote('I mean to help Germany', material)).toMatchObject({ source: 'diary', by: 'FRANCE' });
  expect(findQuote('A MUN - BUR', material)).toMatchObject({ source: 'order', by: 'GERMANY' });
  expect(findQuote('GERMANY: A MUN - BUR', material)).toMatchObject({ by: 'GERMANY' });
  expect(findQuote('A MUN - RUH', material)).toBeNull();
});
