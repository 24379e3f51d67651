import type { Power } from '@entente/diplomacy-rules';
import type { FoundQuote } from '../material/find-quote.js';

/** What a moment of a game can be remembered for. */
export const MOMENT_CATEGORIES = [
  'BETRAYAL',
  'COLLABORATION',
  'PLAYING_BOTH_SIDES',
  'BRILLIANT_STRATEGY',
  'STRATEGIC_BLUNDER',
] as const;
export type MomentCategory = (typeof MOMENT_CATEGORIES)[number];

/** A quote that stands in the record, and where. */
export interface Evidence extends FoundQuote {
  readonly quote: string;
}

/** A moment of a phase as a model sees it, every quote found in the record. */
export interface Moment {
  readonly phase: string;
  readonly category: MomentCategory;
  readonly powers: readonly Power[];
  /** What had been promised or agreed. */
  readonly agreement: string;
  /** What was done. */
  readonly action: string;
  readonly impact: string;
  /** From 1 to 10. */
  readonly interest: number;
  /** At least one. */
  readonly evidence: readonly Evidence[];
}
