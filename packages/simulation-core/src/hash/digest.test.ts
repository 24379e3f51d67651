import { expect, test } from 'vitest';
import { digest, digestToSeed, randomStream } from './digest.js';

test('a random stream gives the same numbers in every version, so that runs can be replayed', () => {
  const next = randomStream('run-1\nscene-1/beat-1');
  const words = Array.from({ length: 6 }, () => next() * 2 ** 32);
  expect(words).toEqual([2243230758, 2415243303, 1593589659, 2026660169, 3617218255, 1385926247]);
});

test('digests and seeds of texts are those of SHA-256', () => {
  // SHA-256 of "abc" begins with ba7816bf 8f01cfea 414140de 5dae2223 (FIPS 180-2, appendix B.1).
  expect(digest('abc')).toBe('ba7816bf8f01cfea414140de5dae2223');
  expect(digestToSeed('abc')).toBe(0xbf1678ba >>> 1);
});
