import { addUsage, modelTimeMs, NO_USAGE, type Usage } from '@entente/llm-clients/contract';
import type { EntryOf } from '../journal/entry.js';

/** Calls, tokens and times that belong together (to a prompt, a model, a step). */
export interface CallGroup {
  readonly calls: number;
  readonly usage: Usage;
  /** Sum of the times the model took for the winning attempts (`modelTimeMs`), in milliseconds. */
  readonly sequentialMs: number;
  /** Sum of what this process itself has caused of the latencies, being busy, in milliseconds; not part of `sequentialMs`. */
  readonly ownDelayMs: number;
  /** Calls that took time and do not have their own delay on record: all of their latency counts as the model's time. */
  readonly delayUnknown: number;
  /** HTTP requests beyond the winning one of each call. */
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

/** A call as a group of one. */
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
