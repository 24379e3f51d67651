import type { Emotions } from './emotions.js';
import type { LongTermMemory } from './long-term-memory.js';

/** A memory that may come to mind. */
export interface RecallCandidate {
  readonly memory: LongTermMemory;
  /** Vector of its text. If the cue and all candidates have one, meaning goes by vectors, otherwise by words. */
  readonly vector?: Float32Array | undefined;
  /** Scenes since it was lived through, from 1; undefined for a memory of the persona's past, which no scene dates. */
  readonly scenesSince?: number | undefined;
  /** Number of times it came to mind in this run. @default 0 */
  readonly timesRecalled?: number | undefined;
}

/** Cue for a recall. */
export interface RecallCue {
  /** Moment that memories are to fit. */
  readonly text: string;
  readonly vector?: Float32Array | undefined;
  /** Texts whose words mark no memory: those that are known of the two anyway. @default none */
  readonly background?: readonly string[] | undefined;
  /** Null if nothing was appraised yet. */
  readonly mood: Emotions | null;
}

/** Weights from 0 to 1, as in `RelationshipSettings`. */
export interface RecallWeights {
  readonly semanticWeight: number;
  readonly emotionWeight: number;
  readonly recencyWeight: number;
  readonly noveltyWeight: number;
}

/** Components of a score, each from 0 to 1 with three decimals; an unknown one is absent. */
export interface RecallParts {
  readonly meaning?: number | undefined;
  readonly emotion?: number | undefined;
  readonly recency?: number | undefined;
  readonly novelty?: number | undefined;
}
