/**
 * Creates a source of random numbers in [0, 1). The same seed gives the same numbers everywhere and in every version. For games and tests,
 * not for secrets.
 */
// Our own: this package imports nothing, and no library of generators has this stream, which bots' games depend on.
export function seededRandom(seed: string | number): () => number {
  let [a, b, c] = [0x2545f491, 0x1b873593, 0x52dce729];
  for (const character of `${typeof seed}:${seed}`) {
    const code = character.codePointAt(0)!;
    a = scramble(a ^ code);
    b = scramble(b + a);
    c = scramble(c ^ b);
  }
  let counter = 1;
  // Three words stirred into each other and a counter, after the pattern of small chaotic generators: the period is at least 2^32.
  const next = (): number => {
    const out = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + out;
    c |= 0;
    return out >>> 0;
  };
  for (let i = 0; i < 12; i += 1) next();
  return () => (next() >>> 5) / 0x8000000;
}

function scramble(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0x119de1f3);
  return mixed ^ (mixed >>> 16);
}
