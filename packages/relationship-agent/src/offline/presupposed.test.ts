import { expect, test } from 'vitest';
import { isTakenUp } from './presupposed.js';

test.each([
  ['You are right about {topic}. I had only seen my half of it.', '', false],
  ['You are right about {topic}. I had only seen my half of it.', 'I need to know what you want.', false],
  ['You are right about {topic}. I had only seen my half of it.', 'You never ask what the letter is like for me.', true],
  ['I see why you do not trust it yet.', '', false],
  ['I see why you do not trust it yet.', 'I would like to believe you.', true],
  ['You are right to be tired of it. I am on your side there.', 'The weather has turned.', false],
  ['You did the same in spring, and I did not make a trial of it.', 'I am glad it is you.', false],
  ['You did the same in spring, and I did not make a trial of it.', 'You never finish anything.', true],
  ['You asked, so here it is.', 'I like the garden.', false],
  ['You asked, so here it is.', 'What do you want?', true],
  ['I am glad it is you, with {topic} and all.', '', true],
])('%s after "%s": %s', (phrase, heard, expected) => {
  expect(isTakenUp(phrase, heard, 'the letter')).toBe(expected);
});
