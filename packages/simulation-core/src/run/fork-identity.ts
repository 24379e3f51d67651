import { canonicalJson, type Json } from '../hash/canonical-json.js';
import { digest } from '../hash/digest.js';

/** Changes that a fork makes to its parent. */
export interface ForkEdits {
  readonly facts: readonly unknown[];
  /** Reply texts by call path. */
  readonly replies: Readonly<Record<string, string>>;
}

/** Identity of a fork: a digest of its parent, the step, the future that it draws and its changes. */
export function forkIdentity(
  fork: {
    readonly parentIdentity: string;
    readonly at: string;
    readonly future: number;
    readonly spec: Json;
    /** @default false */
    readonly redrawn?: boolean | undefined;
  },
  { facts, replies }: ForkEdits,
): string {
  const { parentIdentity, at, future, spec, redrawn = false } = fork;
  return digest(canonicalJson([parentIdentity, at, future, spec, facts, replies, ...(redrawn ? ['redrawn'] : [])]));
}

/** @param parentSeed seed of the parent's calls at the step */
export function forkSeed(parentSeed: string, { step, future }: { readonly step: string; readonly future: number }): string {
  return digest(`${parentSeed}\n${step}\n${future}`);
}
