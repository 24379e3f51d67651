import type { StructuredRung } from '../language-model.js';

/** Circumstances that a model under test meets. */
export type Situation =
  /** Every request is answered with this text. */
  | { readonly kind: 'reply'; readonly text: string }
  /** Every request is answered with the texts that arrived, system first, each on a line of its own as `role: text`. */
  | { readonly kind: 'echo' }
  /** A number drawn from request and seed. */
  | { readonly kind: 'dice' }
  | { readonly kind: 'refusal' }
  | { readonly kind: 'status'; readonly status: 401 | 402 | 404 | 429 | 500 | 529; readonly retryAfterMs?: number | undefined }
  /** An error for a used-up quota of the account, in the vendor's own form. */
  | { readonly kind: 'quota' }
  /** The connection ends before, or within, the reply. */
  | { readonly kind: 'drop' }
  | { readonly kind: 'drop-body' }
  /** No reply ever comes. */
  | { readonly kind: 'hang' }
  /** The reply to every request comes after this long. */
  | { readonly kind: 'slow'; readonly text: string; readonly ms: number };

export interface SituationSettings {
  /** The rung that schemas must be asked for on; left to the model where undefined. */
  readonly rung?: StructuredRung | undefined;
}

/** Something opened for one test. */
export interface Opened<Model> {
  readonly model: Model;
  close?(): Promise<void>;
}
