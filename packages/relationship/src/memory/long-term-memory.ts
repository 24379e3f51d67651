import { type Emotions, emotionSimilarity } from './emotions.js';

/** Where a memory comes from: the persona's past, a beat lived through, or a look back on a scene. */
export type MemoryOrigin =
  | { readonly kind: 'past' }
  | { readonly kind: 'beat'; readonly scene: number; readonly beat: number }
  | { readonly kind: 'reflection'; readonly scene: number };

/** Something a partner will not forget. Its vector is never stored: it is looked up by the text, at recall. */
export interface LongTermMemory {
  /** Unique within the partner's store: `past-3`, `scene-2-beat-1`, `scene-2-reflection`. */
  readonly id: string;
  readonly text: string;
  /** How it felt; null where no appraisal could be had. */
  readonly emotions: Emotions | null;
  readonly origin: MemoryOrigin;
}

/** What calls memories up: the vector of a text, a mood, or both. */
export interface RecallCue {
  readonly vector?: Float32Array;
  readonly emotions?: Emotions;
}

export interface RecallOptions {
  /** How many to return at most. */
  readonly limit: number;
  /** Weight of meaning against feeling, 0 to 1. */
  readonly semanticWeight: number;
}

/**
 * The memories a cue calls up, best first, ties in order of keeping. A memory scores semanticWeight x the cosine of
 * meanings + (1 - semanticWeight) x the cosine of feelings, so the memory of a like feeling ranks above that of an
 * opposite one; where one of the two is not known on either side, the other counts alone.
 */
export function rankMemories(
  memories: readonly { readonly memory: LongTermMemory; readonly vector?: Float32Array | undefined }[],
  cue: RecallCue,
  options: RecallOptions,
): readonly { readonly memory: LongTermMemory; readonly score: number }[] {
  return memories
    .map(({ memory, vector }) => ({ memory, score: recallScore(memory, vector, cue, options.semanticWeight) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, options.limit);
}

function recallScore(memory: LongTermMemory, vector: Float32Array | undefined, cue: RecallCue, semanticWeight: number): number {
  const meaning = vector && cue.vector && cosine(vector, cue.vector);
  const feeling = memory.emotions && cue.emotions && emotionSimilarity(memory.emotions, cue.emotions);
  if (meaning === undefined) return feeling ?? 0;
  if (feeling === undefined || feeling === null) return meaning;
  return semanticWeight * meaning + (1 - semanticWeight) * feeling;
}

/** The cosine of two vectors of as many numbers; 0 when either is of length zero. @throws RangeError where they cannot be compared */
export function cosine(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length)
    throw new RangeError(
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
  if (!Number.isFinite(cosine)) throw new RangeError('vectors with numbers that are not finite cannot be compared');
  return cosine;
}
