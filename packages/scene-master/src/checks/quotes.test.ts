import { expect, test } from 'vitest';
import { isQuoted } from './quotes.js';

const transcript = ['It rains.', 'Maya, flatly: [puts the cup down] "I am not angry. It’s late."'];

test.each([
  'I am not angry.',
  '"I am not angry"',
  "“i am NOT   angry. It's late”",
  '[puts the cup down] "I am not angry.',
  'puts the cup down',
  '… I am not angry …',
])('%s stands in the transcript', (quote) => {
  expect(isQuoted(quote, transcript)).toBe(true);
});

test.each(['I am so angry.', 'It rains. Maya', 'cup down angry', '', ' ', '.', 'I', 'not angry'])('%j does not', (quote) => {
  expect(isQuoted(quote, transcript)).toBe(false);
});
