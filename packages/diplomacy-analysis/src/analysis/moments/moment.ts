import type { Power } from '@entente/diplomacy-rules';
import type { FoundQuote } from '../material/find-quote.js';

/** Categories of moments. */
export const MOMENT_CATEGORIES = [
  'BETRAYAL',
  'COLLABORATION',
  'PLAYING_BOTH_SIDES',
  'BRILLIANT_STRATEGY',
  'STRATEGIC_BLUNDER',
] as const;
export type MomentCategory = (typeof MOMENT_CATEGORIES)[number];

/** A quote from the record, with its source. */
export interface Evidence extends FoundQuote {
  readonly quote: string;
}

/** A moment of a phase as a model sees it, every quote found in the record. */
export interface Moment {
  readonly phase: string;
  readonly category: MomentCategory;
  readonly powers: readonly Power[];
  /** The promise or agreement before the moment. */
  readonly agreement: string;
  /** The actual deed. */
  readonly action: string;
  readonly impact: string;
  /** From 1 to 10. */
  readonly interest: number;
  /** At least one. */
  readonly evidence: readonly Evidence[];
}
