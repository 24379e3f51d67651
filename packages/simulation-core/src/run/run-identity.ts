import { canonicalJson } from '../hash/canonical-json.js';
import { digest } from '../hash/digest.js';
import type { Json } from '../json.js';

/** All that decides what a run becomes, apart from what models say. */
export interface RunDescription {
  /** Program kind. */
  readonly program: string;
  /**
   * Models (provider, model, base URL), personas, prompts and scenarios by content, settings; enough for the app to
   * build the program again. Not: keys, limits, budgets, concurrency, labels.
   */
  readonly spec: Json;
  readonly seed: string;
  /** Counts deliberate repetitions of the same description. */
  readonly replicate: number;
}

/** Equal descriptions have equal identities; so the same command finds its own runs again. */
export function runIdentity(description: RunDescription): string {
  const { program, spec, seed, replicate } = description;
  return digest(canonicalJson([program, spec, seed, replicate]));
}
