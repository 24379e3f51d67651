import { cutText } from '@entente/llm-clients';

/** What a model said that is not kept, and why. Counted and shown, never kept silently. */
export interface Dropped {
  readonly what: 'promise' | 'order' | 'place' | 'verdict' | 'intention' | 'moment' | 'quote';
  readonly reason:
    | 'unknown-power'
    | 'unknown-kind'
    | 'unknown-phase'
    | 'unknown-promise'
    | 'to-oneself'
    | 'quote-not-found'
    | 'quote-of-somebody-else'
    | 'no-evidence'
    | 'not-understood'
    | 'unit-of-somebody-else'
    | 'said-twice';
  /** What was said, cut to a line. */
  readonly text: string;
}

const LONGEST = 200;

export const dropped = (what: Dropped['what'], reason: Dropped['reason'], text: string): Dropped => ({
  what,
  reason,
  text: cutText(text.replaceAll(/\s+/g, ' ').trim(), LONGEST),
});
