import { TextHasher } from './text-hasher.js';

/** A stream of numbers in [0, 1) that depends on `seed` alone, equal on every platform: sfc32, with state from a hash of the seed. */
export function seededRandom(seed: string): () => number {
  const hasher = new TextHasher().add(seed);
  const [a, b] = hasher.words() as [number, number];
  const [c] = hasher.add('/').words() as [number, number];
  const next = sfc32([a, b, c, 1]);
  // The first rounds still show the seed's structure.
  for (let round = 0; round < 12; round++) next();
  return () => next() / 2 ** 32;
}

/**
 * The generator sfc32 ("small fast counting", Chris Doty-Humphrey, PractRand; public domain): a stream of whole numbers in [0, 2³²) that
 * depends on four 32-bit words of state alone.
 */
export function sfc32([first, second, third, fourth]: readonly [number, number, number, number]): () => number {
  let [a, b, c, counter] = [first | 0, second | 0, third | 0, fourth | 0];
  return () => {
    const word = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;
    return word >>> 0;
  };
}
