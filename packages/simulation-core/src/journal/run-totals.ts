import { addUsage, modelTimeMs, NO_USAGE } from '@entente/llm-clients/contract';
import type { EntryOf, JournalEntry, RunTotals } from './entry.js';

export const NO_TOTALS: RunTotals = { calls: 0, failedAttempts: 0, usage: {}, sequentialMs: 0 };

type Paid = EntryOf<'answer-recorded'> | EntryOf<'embeddings-recorded'> | EntryOf<'call-failed'>;

/** Key of a model's usage: `openai:gpt-5`. */
export const modelKey = (model: { readonly provider: string; readonly modelId: string }): string =>
  `${model.provider}:${model.modelId}`;

/** Totals after one more entry. Entries that cost nothing, or that a fork inherited, do not change them. */
export function addToTotals(totals: RunTotals, entry: JournalEntry): RunTotals {
  if (!isPaid(entry)) return totals;
  if (entry.type === 'call-failed') return { ...totals, failedAttempts: totals.failedAttempts + entry.attempts.length };
  const call = entry.type === 'answer-recorded' ? entry.result : entry;
  const key = modelKey(entry.model);
  return {
    calls: totals.calls + 1,
    failedAttempts: totals.failedAttempts + Math.max(0, call.attempts.length - 1),
    usage: { ...totals.usage, [key]: addUsage(totals.usage[key] ?? NO_USAGE, call.usage) },
    sequentialMs: totals.sequentialMs + modelTimeMs(call),
  };
}

function isPaid(entry: JournalEntry): entry is Paid {
  if (entry.type === 'answer-recorded' || entry.type === 'embeddings-recorded') return entry.inherited !== true;
  return entry.type === 'call-failed';
}
