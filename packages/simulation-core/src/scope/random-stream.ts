import { createHash } from 'node:crypto';

/** A reproducible stream of numbers in [0, 1) (sfc32 by Chris Doty-Humphrey, seeded by SHA-256 of the text). */
export function randomStream(seed: string): () => number {
  const bytes = createHash('sha256').update(seed).digest();
  let a = bytes.readUInt32LE(0) | 0;
  let b = bytes.readUInt32LE(4) | 0;
  let c = bytes.readUInt32LE(8) | 0;
  let counter = bytes.readUInt32LE(12) | 0;
  return () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
}
