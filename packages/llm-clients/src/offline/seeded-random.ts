import { TextHasher } from './text-hasher.js';

/**
 * A stream of numbers in [0, 1) that depends on `seed` alone, equal on every platform: the generator sfc32 (Chris
 * Doty-Humphrey's PractRand), its state drawn from the seed's hash.
 */
export function seededRandom(seed: string): () => number {
  const hasher = new TextHasher().add(seed);
  let [a, b] = hasher.words() as [number, number];
  let [c] = hasher.add('/').words() as [number, number];
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4_294_967_296;
  };
  // The first rounds still show the seed's structure.
  for (let round = 0; round < 12; round++) next();
  return next;
}
