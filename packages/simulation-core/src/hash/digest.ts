import { createHash, hash } from 'node:crypto';
import { sfc32 } from '@entente/llm-clients/contract';

/** The first 32 hexadecimal digits (128 bits) of the SHA-256 of a text. */
export function digest(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 32);
}

/** A whole number in [0, 2³¹), the range in which providers accept seeds. */
export function digestToSeed(text: string): number {
  return sha256(text).readUInt32LE(0) >>> 1;
}

/** A reproducible stream of numbers in [0, 1): sfc32, with the SHA-256 of the seed as its state. */
export function randomStream(seed: string): () => number {
  const bytes = sha256(seed);
  const next = sfc32([bytes.readInt32LE(0), bytes.readInt32LE(4), bytes.readInt32LE(8), bytes.readInt32LE(12)]);
  return () => next() / 2 ** 32;
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
