/** Encodes a vector as base64 of little-endian 32-bit floats. */
export function encodeVector(vector: Float32Array): string {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64');
}

/** Decodes a vector that `encodeVector` encoded. */
export function decodeVector(text: string): Float32Array {
  const bytes = Buffer.from(text, 'base64');
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

/** Returns the problem of a vector on record, as the end of a sentence about it; undefined for a sound one. */
export function vectorProblem(text: string): string | undefined {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length === 0 || bytes.length % 4 !== 0 || bytes.toString('base64') !== text)
    return 'is not a list of 32-bit numbers in base64';
  return decodeVector(text).every(Number.isFinite) ? undefined : 'holds something that is no finite number';
}
