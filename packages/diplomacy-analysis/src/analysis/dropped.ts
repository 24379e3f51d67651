import { cutText } from '@entente/llm-clients/contract';

/** Part of a reply that was rejected, with the reason. It is counted and shown. */
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
  /** The rejected text, cut to a line. */
  readonly text: string;
}

const LONGEST = 200;

export const dropped = (what: Dropped['what'], reason: Dropped['reason'], text: string): Dropped => ({
  what,
  reason,
  text: cutText(text.replaceAll(/\s+/g, ' ').trim(), LONGEST),
});
