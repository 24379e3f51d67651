/** Reproducible random numbers: the same seed gives the same sequence on every machine. */
export interface SeededRandom {
  /** Whole number from 0 to `count - 1`; chances differ by less than `count` in 2³², which no resampling can notice. */
  readonly below: (count: number) => number;
}

const warmUpRounds = 16;

/**
 * Random numbers that depend on the text of the seed alone.
 * The generator is sfc32 ("small fast counting", Chris Doty-Humphrey, PractRand; public domain): three mixing words and a counter.
 */
// Our own: this package imports none of ours, and no library of generators has this stream, which reports depend on.
export function seededRandom(seed: string): SeededRandom {
  let a = hashText(seed, 1);
  let b = hashText(seed, 2);
  let c = hashText(seed, 3);
  let counter = 1;
  const nextWord = (): number => {
    const word = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + word;
    return word >>> 0;
  };
  for (let round = 0; round < warmUpRounds; round++) nextWord();
  return { below: (count) => Math.floor((nextWord() / 2 ** 32) * count) };
}

/** FNV-1a over UTF-16 code units, started differently for each salt and mixed at the end, so that close seeds end up far apart. */
function hashText(text: string, salt: number): number {
  let hash = Math.imul(0x811c9dc5 ^ salt, 0x01000193);
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return hash ^ (hash >>> 15);
}
