import { expect, test } from 'vitest';
import { complaintAboutLeaks, tells } from './leaks.js';

const SECRET = 'Jonas has begun to picture the back room as a nursery, and has told nobody.';
const complaint = (text: string, known: readonly string[] = []) =>
  complaintAboutLeaks([{ name: 'situation', text }], [SECRET], known);

test.each([
  ['six words of it', 'Maya asks about the back room as a nursery, of all things.'],
  ['whatever the case and the punctuation', 'So: "PICTURE the back – room as a NURSERY".'],
])('%s are a leak', (_, text) => {
  expect(complaint(text)).toMatch(/^situation: "[^"]*the back room as a[^"]*" gives away/);
});

test.each([
  ['five words of it', 'They stand in the back room as a train goes by.'],
  ['its words in another order', 'A nursery as room back the picture to begun has Jonas.'],
  ['a text without it', 'They stand at the window.'],
])('%s are none', (_, text) => {
  expect(complaint(text)).toBeUndefined();
});

test('words that both know already give nothing away', () => {
  const text = 'He has begun to picture the back room as a nursery.';
  expect(complaint(text, ['"He has begun to picture the back room as a nursery," she said.'])).toBeUndefined();
  expect(complaint(text, ['Something else.'])).toBeDefined();
});

test('a short secret is looked for as a whole, and one of a word or two not at all', () => {
  const texts = [{ name: 'narrative', text: 'Everybody says that Ada is with child.' }];
  expect(complaintAboutLeaks(texts, ['Ada is with child.'])).toContain('ada is with child');
  expect(complaintAboutLeaks(texts, ['With child.'])).toBeUndefined();
});

test('four words of a secret tell it, in whatever person', () => {
  expect(tells(['I picture the back room as something else.'], SECRET)).toBe(true);
  expect(tells(['The back room is cold.'], SECRET)).toBe(false);
});

test('so does much of what it is about, in other words', () => {
  const secret = 'Daniel has known for ten days from a message that lit up on the draining board.';
  expect(tells(['It was ten days, for me. That message lit up on your draining board.'], secret)).toBe(true);
  expect(tells(['There is a message for you.'], secret)).toBe(false);
});

test('small words that two texts share by chance give nothing away', () => {
  const secret = 'Marcus has decided not to be the one who brings it up.';
  const by = (text: string) => complaintAboutLeaks([{ name: 'only_B', text }], [secret]);
  expect(by('Lena would rather not to be the one who pays.')).toBeUndefined();
  expect(by('Marcus has decided not to be asked again')).toMatch(/only_B/);
});
