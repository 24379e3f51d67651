import { expect, test } from 'vitest';
import { complaintAboutChoice, tidyChoice } from './check-choice.js';

const options = [
  { id: 'a', action: 'stay' },
  { id: 'b', action: 'go' },
];
const choice = (over: object) => ({
  deed: 'puts the cup down',
  words: 'Not tonight.',
  tone: '',
  reason: 'Tired.',
  option: null,
  ...over,
});

test.each([
  ['neither a deed nor words', { deed: '', words: '' }, /^deed, words: /],
  [
    'the words within the deed',
    { deed: 'says that not tonight, thank you', words: 'Not tonight, thank you!' },
    /^deed: it repeats/,
  ],
  ['speech within the deed', { deed: 'nods when he says “let us go home now”' }, /^deed: it holds speech/],
  ['a deed of 41 words', { deed: 'step '.repeat(41).trim() }, /^deed: it has 41 words/],
  ['words for two minutes', { words: 'so '.repeat(151).trim() }, /^words: it has 151 words/],
])('a move with %s is complained about', (_, over, complaint) => {
  expect(complaintAboutChoice(choice(over), [])).toMatch(complaint);
});

test.each([
  ['words alone', { deed: '' }],
  ['a long deed and a long tale', { deed: 'step '.repeat(40).trim(), words: 'so '.repeat(150).trim() }],
  ['a deed alone', { words: '' }],
  ['a short title in the deed', { deed: 'closes “Emma” and looks up' }],
  ['two words in both', { deed: 'mouths not tonight' }],
])('a move of %s is fine', (_, over) => {
  expect(complaintAboutChoice(choice(over), [])).toBeUndefined();
});

test('where options are offered, one of their letters has to be given; elsewhere a letter means nothing', () => {
  expect(complaintAboutChoice(choice({ option: 'd' }), options)).toBe('option: there is no option "d"; take one of a, b');
  expect(complaintAboutChoice(choice({}), options)).toMatch(/no option ""/);
  expect(complaintAboutChoice(choice({ option: 'b' }), options)).toBeUndefined();
  expect(tidyChoice(choice({ option: 'B)' }), 'Ada', options).option).toBe('b');
  expect(tidyChoice(choice({ option: 'b' }), 'Ada', []).option).toBeNull();
});

test('the own name before a deed and quotation marks around words are taken off', () => {
  const tidied = tidyChoice(choice({ deed: 'Ada puts the cup down', words: '“Not tonight.”', tone: '(flatly)' }), 'Ada', []);
  expect(tidied).toMatchObject({ deed: 'puts the cup down', words: 'Not tonight.', tone: 'flatly' });
  expect(tidyChoice(choice({ deed: "Ada's hand shakes" }), 'Ada', []).deed).toBe("Ada's hand shakes");
});
