/** Numbers in [0, 1) that depend on the seed alone: xorshift of 32 bits (Marsaglia). The seed is any whole number but 0. */
export function seededRandom(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
