import { addUsage, modelTimeMs, NO_USAGE, type Usage } from '@entente/llm-clients/contract';
import type { EntryOf } from '../journal/entry.js';

/** Sums of calls, tokens and times of one prompt, model or step. */
export interface CallGroup {
  readonly calls: number;
  readonly usage: Usage;
  /** Sum of the models' times for the winning attempts (`modelTimeMs`), in milliseconds. */
  readonly sequentialMs: number;
  /** Sum of the delays that this process caused by being busy, in milliseconds; no part of `sequentialMs`. */
  readonly ownDelayMs: number;
  /** Number of calls without their own delay on record; their whole latency counts as the model's time. */
  readonly delayUnknown: number;
  /** Number of HTTP requests beyond the winning one of each call. */
  readonly extraAttempts: number;
}

export const NO_CALLS: CallGroup = {
  calls: 0,
  usage: NO_USAGE,
  sequentialMs: 0,
  ownDelayMs: 0,
  delayUnknown: 0,
  extraAttempts: 0,
};

/** Returns the sums of a single call. */
export function callGroupOf(entry: EntryOf<'answer-recorded'> | EntryOf<'embeddings-recorded'>): CallGroup {
  const call = entry.type === 'answer-recorded' ? entry.result : entry;
  const modelMs = modelTimeMs(call);
  return {
    calls: 1,
    usage: call.usage,
    sequentialMs: modelMs,
    ownDelayMs: Math.max(0, call.latencyMs - modelMs),
    delayUnknown: call.ownDelayMs === undefined && call.latencyMs > 0 ? 1 : 0,
    extraAttempts: Math.max(0, call.attempts.length - 1),
  };
}

export function addCallGroups(a: CallGroup, b: CallGroup): CallGroup {
  return {
    calls: a.calls + b.calls,
    usage: addUsage(a.usage, b.usage),
    sequentialMs: a.sequentialMs + b.sequentialMs,
    ownDelayMs: a.ownDelayMs + b.ownDelayMs,
    delayUnknown: a.delayUnknown + b.delayUnknown,
    extraAttempts: a.extraAttempts + b.extraAttempts,
  };
}
