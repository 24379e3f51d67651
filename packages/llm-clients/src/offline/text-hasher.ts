/**
 * A fast, non-cryptographic 64-bit hash of text that can be asked for its digest along the way. The same on every
 * platform; about 2 ns a character. For drawing offline content and recognising equal prefixes, not for security.
 */
export class TextHasher {
  #low = 0x811c9dc5;
  #high = 0x9e3779b9;
  #length = 0;

  /** Adds the UTF-16 units of `text` from `start` up to `end`. */
  add(text: string, start = 0, end = text.length): this {
    let low = this.#low;
    let high = this.#high;
    for (let index = start; index < end; index++) {
      const unit = text.charCodeAt(index);
      low = Math.imul(low ^ unit, 0x01000193);
      high = Math.imul(((high << 5) | (high >>> 27)) ^ unit, 0x27d4eb2d);
    }
    this.#low = low;
    this.#high = high;
    this.#length += end - start;
    return this;
  }

  /** The two 32-bit halves of what was added so far. */
  words(): readonly [number, number] {
    const low = mix(this.#low ^ this.#length);
    const high = mix(this.#high + Math.imul(low, 5));
    return [(low ^ high) >>> 0, high];
  }

  /** 53 bits as one safe integer: a cheap key of a map. */
  key(): number {
    const [low, high] = this.words();
    return high * 2 ** 21 + (low >>> 11);
  }

  /** 16 hexadecimal digits. */
  digest(): string {
    const [low, high] = this.words();
    return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
  }
}

/** The digest of one whole text. */
export function hashText(text: string): string {
  return new TextHasher().add(text).digest();
}

// The finalizer of MurmurHash3 (32 bits): every input bit reaches every output bit.
function mix(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
