import type { FactText } from '../kinds/run-reader.js';
import type { RunRow } from '../run-row.js';
import type { Excerpt } from './search-query.js';

/** Kinds of texts that are searched: said for others, thought by oneself, or asked of a model. */
export const SEARCHED = ['said', 'thought', 'asked'] as const;
export type Searched = (typeof SEARCHED)[number];

/** A text that fits. */
export interface SearchHit extends Excerpt {
  readonly as: Searched;
  /** Number of the entry: of a fact, or of the call that was asked. */
  readonly entry: number;
  readonly step: string | null;
  readonly who: FactText['who'];
}

/** One line of the reply to a search. */
export type SearchLine =
  | {
      readonly kind: 'run';
      readonly run: Pick<RunRow, 'runId' | 'program' | 'title' | 'startedAt' | 'study' | 'condition'>;
      readonly hits: readonly SearchHit[];
      /** Whether further texts of this run fit. */
      readonly isMore: boolean;
    }
  | { readonly kind: 'progress'; readonly searched: number; readonly of: number }
  | { readonly kind: 'end'; readonly searched: number; readonly unreadable: readonly string[] };
