/**
 * Says what is wrong with the vectors that a model gave for some texts, as the end of a sentence; undefined where nothing is. No similarity
 * means anything unless there is one vector a text, all are of one length, and every number in them is finite as a 32-bit number.
 */
export function vectorsProblem(vectors: readonly Float32Array[], texts: number): string | undefined {
  if (vectors.length !== texts) return `${vectors.length} embeddings came for ${texts} texts`;
  const length = vectors[0]?.length;
  for (const [index, vector] of vectors.entries()) {
    if (vector.length === 0) return `the embedding of text ${index + 1} is empty`;
    if (vector.length !== length)
      return `the embeddings are not of one length (${length} numbers for text 1, ${vector.length} for text ${index + 1})`;
    if (!vector.every(Number.isFinite))
      return `the embedding of text ${index + 1} holds something that is no finite 32-bit number, so nothing can be compared with it`;
  }
  return undefined;
}
