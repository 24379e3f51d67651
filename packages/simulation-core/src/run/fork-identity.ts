import { canonicalJson, type Json } from '../hash/canonical-json.js';
import { digest } from '../hash/digest.js';

/** What a fork changes of its parent. */
export interface ForkEdits {
  readonly facts: readonly unknown[];
  /** Reply texts by call path. */
  readonly replies: Readonly<Record<string, string>>;
}

/** All that makes a fork what it is: its parent, where it leaves it, which future it draws, and what it changes. */
export function forkIdentity(
  fork: { readonly parentIdentity: string; readonly at: string; readonly future: number; readonly spec: Json },
  { facts, replies }: ForkEdits,
): string {
  const { parentIdentity, at, future, spec } = fork;
  return digest(canonicalJson([parentIdentity, at, future, spec, facts, replies]));
}

/** @param parentSeed the one that the parent's calls have at the step */
export function forkSeed(parentSeed: string, { step, future }: { readonly step: string; readonly future: number }): string {
  return digest(`${parentSeed}\n${step}\n${future}`);
}
