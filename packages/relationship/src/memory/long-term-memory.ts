import { VectorMismatchError } from '../relationship-errors.js';
import { type Emotions, emotionSimilarity } from './emotions.js';

/** Origin of a memory: the persona's past, a beat lived through, or a look back on a scene. */
export type MemoryOrigin =
  | { readonly kind: 'past' }
  | { readonly kind: 'beat'; readonly scene: number; readonly beat: number }
  | { readonly kind: 'reflection'; readonly scene: number };

/** A memory that a partner keeps for good. Its vector is not stored: recall looks it up by the text. */
export interface LongTermMemory {
  /** Unique within the partner's store: `past-3`, `scene-2-beat-1`, `scene-2-reflection`. */
  readonly id: string;
  readonly text: string;
  /** Null if the model gave no usable appraisal. */
  readonly emotions: Emotions | null;
  readonly origin: MemoryOrigin;
}

/** Cue for a recall: the vector of a text, a mood, or both. */
export interface RecallCue {
  readonly vector?: Float32Array | undefined;
  readonly emotions?: Emotions | undefined;
}

export interface RecallOptions {
  /** Maximum number of memories to return. */
  readonly limit: number;
  /** Weight of meaning against feeling, 0 to 1. */
  readonly semanticWeight: number;
}

/**
 * Ranks memories by a cue, best first; ties keep the order of the store. The score of a memory is semanticWeight x the cosine of
 * the vectors + (1 - semanticWeight) x the cosine of the emotions, so a memory of a similar feeling ranks above one of an opposite
 * feeling. If only vectors or only emotions are known on both sides, they count alone.
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
