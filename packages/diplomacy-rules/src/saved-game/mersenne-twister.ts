const SIZE = 624;
const OFFSET = 397;

/**
 * The generator behind Python's `random` module, MT19937, as `random.seed(seed)` leaves it for a seed below 2^32. The hashes of saved games
 * are built from its numbers. Nothing else in the package uses it.
 */
export class MersenneTwister {
  readonly #state = new Uint32Array(SIZE);
  #next = SIZE;

  constructor(seed: number) {
    this.#fill(19650218);
    this.#stir(seed >>> 0);
  }

  /** The next 32 bits. */
  next(): number {
    if (this.#next === SIZE) this.#turn();
    let word = this.#state[this.#next++]!;
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    return (word ^ (word >>> 18)) >>> 0;
  }

  /** A first state from a single number. */
  #fill(seed: number): void {
    const state = this.#state;
    state[0] = seed;
    for (let i = 1; i < SIZE; i++) {
      const last = state[i - 1]!;
      state[i] = Math.imul(1812433253, last ^ (last >>> 30)) + i;
    }
  }

  /** Python seeds with a list of words, and hands over a small seed as a list of one. */
  #stir(seed: number): void {
    const state = this.#state;
    let at = 1;
    const step = (factor: number, addend: (i: number) => number) => {
      const last = state[at - 1]!;
      state[at] = (state[at]! ^ Math.imul(last ^ (last >>> 30), factor)) + addend(at);
      at++;
      if (at === SIZE) {
        state[0] = state[SIZE - 1]!;
        at = 1;
      }
    };
    for (let round = 0; round < SIZE; round++) step(1664525, () => seed);
    for (let round = 1; round < SIZE; round++) step(1566083941, (i) => -i);
    state[0] = 0x80000000;
  }

  #turn(): void {
    const state = this.#state;
    for (let i = 0; i < SIZE; i++) {
      const bits = (state[i]! & 0x80000000) | (state[(i + 1) % SIZE]! & 0x7fffffff);
      const odd = (bits & 1) === 1 ? 0x9908b0df : 0;
      state[i] = state[(i + OFFSET) % SIZE]! ^ (bits >>> 1) ^ odd;
    }
    this.#next = 0;
  }
}
