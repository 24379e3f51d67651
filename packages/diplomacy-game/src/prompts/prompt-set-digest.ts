import { canonicalJson, digest } from '@entente/simulation-core';
import type { PromptSet } from './prompt-set.js';

/** Equal for sets with the same words, whatever they are called: part of a run's identity. */
export function promptSetDigest(set: PromptSet): string {
  const { name: _name, notes: _notes, ...words } = set;
  return digest(canonicalJson(words));
}
