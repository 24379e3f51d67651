import { expect, test } from 'vitest';
import { goalText } from './goal-text.js';

test.each([
  ['Maya wants to be asked first.', 'to be asked first'],
  ['She wants to be asked first', 'to be asked first'],
  ['maya would like to be asked first.', 'to be asked first'],
  ['To be asked first.', 'to be asked first'],
  ['Wants to go home', 'to go home'],
  ['A home with somebody who comes back.', 'a home with somebody who comes back'],
  ['to hear Jonas say it', 'to hear Jonas say it'],
  ['Jonas to say it first', 'Jonas to say it first'],
])('"%s" is read as "You want: %s"', (written, read) => {
  expect(goalText(written, 'Maya')).toBe(read);
});

test('a name is taken as it is, whatever characters it has', () => {
  expect(goalText('M. (Mo) wants to go.', 'M. (Mo)')).toBe('to go');
});
