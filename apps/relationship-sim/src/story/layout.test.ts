import { expect, it } from 'vitest';
import { quoted } from './layout.js';

it.each([
  ['Come in.', '"Come in."'],
  ['"Come in."', '"Come in."'],
  ['“Come in.”', '"Come in."'],
  ['"Come in.', '"Come in."'],
  ['"Kim always did it," he says.', `"'Kim always did it,' he says."`],
  ['She said "no" and left', `"She said 'no' and left"`],
  ["I'm here.", '"I\'m here."'],
])('puts %s into one pair of quotation marks', (words, quote) => {
  expect(quoted(words)).toBe(quote);
});
