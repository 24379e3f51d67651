import { createHash, hash } from 'node:crypto';

/** The first 32 hexadecimal digits (128 bits) of the SHA-256 of a text. */
export function digest(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 32);
}

/** A whole number in [0, 2^31), as providers take for a seed. */
export function digestToSeed(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32LE(0) >>> 1;
}
