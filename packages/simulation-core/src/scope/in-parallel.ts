import type { Scope } from './scope.js';

/**
 * Runs one branch a key at the same time, each on a child scope of its own, and waits for all of them. When a branch
 * fails, its siblings start no new call, calls in flight land on record, and then the first failure (in key order) is
 * thrown. Results come in key order, never in order of arrival.
 */
export declare function inParallel<const Key extends string, Value>(
  scope: Scope,
  keys: readonly Key[],
  branch: (key: Key, scope: Scope) => Promise<Value>,
): Promise<{ readonly [K in Key]: Value }>;
