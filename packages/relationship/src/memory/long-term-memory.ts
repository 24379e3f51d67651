import type { Emotions } from './emotions.js';

/**
 * Origin of a memory. The persona's past is the layer of identity; beats and reflections of earlier scenes are the layer of the simulation.
 * The third layer, the scene under way, stands in `Mind.present` and is never recalled.
 */
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
