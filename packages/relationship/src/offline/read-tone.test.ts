import { expect, test } from 'vitest';
import { mainTone, readTone, toneBalance } from './read-tone.js';

test.each([
  ['sits down. “I am sorry. I was wrong about the money.”', 'repair'],
  ['nods slowly. “You are right, I can see why that hurts.”', 'validation'],
  ['takes Ben by the hand. “I am glad it is you.”', 'warmth'],
  ['grins and winks', 'humour'],
  ['slams the door and shouts', 'conflict'],
  ['“You always do this. You never ask.”', 'criticism'],
  ['rolls both eyes. “Pathetic.”', 'contempt'],
  ['crosses both arms. “That is not fair. What about you?”', 'defensiveness'],
  ['turns away. “Not now.”', 'withdrawal'],
  ['follows Ben. “Please stay. Do you still love me?”', 'clinging'],
  ['takes the coat. “I am leaving. It is over between us.”', 'ending'],
])('%s is %s', (text, kind) => {
  expect(mainTone(text)).toBe(kind);
});

test.each([
  ['says hello and counts the spoons'],
  ['“Hold on,” and holds out a cup'],
  ['“I am leaving the office at six.”'],
  ['puts one hand on the table'],
])('%s shows no kind of treatment', (text) => {
  expect(mainTone(text)).toBeUndefined();
});

test('an ending decides, whatever else is said', () => {
  expect(mainTone('I am sorry, I am so sorry. I am glad we met. It is over.')).toBe('ending');
});

test('the balance counts kindness against strain of every kind', () => {
  expect(toneBalance(readTone('grins. “You are right.”'))).toBe(1);
  expect(toneBalance(readTone('scoffs. “You never listen to me.”'))).toBeLessThan(0);
  expect(toneBalance(readTone('“It is over between us.”'))).toBe(-1);
});
