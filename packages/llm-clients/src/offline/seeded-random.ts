import { sfc32 } from '../sfc32.js';
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
