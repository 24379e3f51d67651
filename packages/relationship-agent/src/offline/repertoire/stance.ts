/** Ways of reacting to a moment. */
export const STANCES = [
  'repair',
  'validate',
  'warm',
  'humour',
  'honest',
  'cling',
  'withdraw',
  'defend',
  'criticize',
  'contempt',
  'leave',
] as const;
export type Stance = (typeof STANCES)[number];

/**
 * Phrases of a stance. Slots: `{other}`, `{thing}` (something to hold), `{place}` (something that stays where it is), `{topic}` (the
 * matter at hand). Words are an opening, a core and a close, of which the first and the last may be missing.
 */
export interface Repertoire {
  /** Third person, present tense, without the name. */
  readonly deeds: readonly string[];
  readonly open: readonly string[];
  readonly core: readonly string[];
  readonly close: readonly string[];
  readonly tones: readonly string[];
  readonly reasons: readonly string[];
}
