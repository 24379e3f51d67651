import { expect, it } from 'vitest';
import { MersenneTwister } from './mersenne-twister.js';

it('gives the words that Python gives after random.seed(1)', () => {
  const twister = new MersenneTwister(1);
  expect([twister.next(), twister.next(), twister.next()]).toEqual([577090037, 2444712010, 3639700191]);
});

it('goes on as Python does once its first 624 words are used up, also from the largest seed', () => {
  const twister = new MersenneTwister(0xffffffff);
  const words = Array.from({ length: 700 }, () => twister.next());
  expect(words.slice(-2)).toEqual([1614424826, 1534215042]);
});
