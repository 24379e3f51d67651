import { VectorMismatchError } from '../relationship-errors.js';

/**
 * Cosine of two vectors of equal length; 0 if either is the zero vector.
 * @throws VectorMismatchError if the lengths differ or a number is not finite
 */
export function cosine(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length)
    throw new VectorMismatchError(
      `vectors of ${a.length} and of ${b.length} numbers cannot be compared: the embedding model, or the server behind its name, has changed`,
    );
  let dot = 0;
  let lengthA = 0;
  let lengthB = 0;
  for (let i = 0; i < a.length; i++) {
    const x = a[i]!;
    const y = b[i]!;
    dot += x * y;
    lengthA += x * x;
    lengthB += y * y;
  }
  const cosine = lengthA === 0 || lengthB === 0 ? 0 : dot / Math.sqrt(lengthA * lengthB);
  if (!Number.isFinite(cosine)) throw new VectorMismatchError('vectors with numbers that are not finite cannot be compared');
  return cosine;
}
