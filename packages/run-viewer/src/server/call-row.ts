import type { EntryOf, JournalEntry } from '@entente/simulation-core/journal';
import type { CostOf } from './cost-of.js';

export type CallEntry = EntryOf<'answer-recorded'> | EntryOf<'embeddings-recorded'> | EntryOf<'call-failed'>;

/** One call in the list of a run's calls. */
export interface CallRow {
  /** Number of its entry in the journal. */
  readonly entry: number;
  readonly path: string;
  /** Same for all calls whose prompts begin alike: those of one partner, one power, or one director. Null for vectors and failed calls. */
  readonly speaker: string | null;
  /** Name of the prompt; `embedding` for vectors; null where it is not on record. */
  readonly label: string | null;
  /** `provider:model` */
  readonly model: string;
  readonly outcome: 'answered' | 'failed';
  /** Milliseconds since the Unix epoch at which the answer came. */
  readonly at: number;
  /** Milliseconds of the attempt that won; 0 where unknown. */
  readonly latencyMs: number;
  readonly attempts: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cacheReadTokens: number;
  /** Dollars; null where the model has no price. */
  readonly cost: number | null;
  readonly isEdited: boolean;
  readonly isInherited: boolean;
  /** Whether a later answer at the same path counts in its place. */
  readonly isReplaced: boolean;
}

/** Returns dollars for one call of a run; null for models without a price. */
export type CallCost = (model: CallEntry['model'], usage: Usage) => number | null;

const CALL_TYPES: ReadonlySet<string> = new Set<CallEntry['type']>(['answer-recorded', 'embeddings-recorded', 'call-failed']);

/** Whether entries of a type are calls. */
export function isCallType(type: string): boolean {
  return CALL_TYPES.has(type);
}

/** Whether an entry is a call. */
export function isCall(entry: JournalEntry): entry is CallEntry {
  return isCallType(entry.type);
}

/** Reads the row of a call off its entry. */
export function callRow(number: number, entry: CallEntry, costOf: CallCost): CallRow {
  const usage =
    entry.type === 'answer-recorded' ? entry.result.usage : entry.type === 'embeddings-recorded' ? entry.usage : NO_USAGE;
  const timed = entry.type === 'answer-recorded' ? entry.result : entry;
  return {
    entry: number,
    path: entry.path,
    speaker: entry.type === 'answer-recorded' ? speakerOf(entry) : null,
    label:
      entry.type === 'answer-recorded' ? (entry.label?.name ?? null) : entry.type === 'embeddings-recorded' ? 'embedding' : null,
    model: `${entry.model.provider}:${entry.model.modelId}`,
    outcome: entry.type === 'call-failed' ? 'failed' : 'answered',
    at: entry.at,
    latencyMs: 'latencyMs' in timed ? timed.latencyMs : 0,
    attempts: timed.attempts.length,
    inputTokens: usage.inputTokens,
    outputTokens: usage.outputTokens,
    cacheReadTokens: usage.cacheReadTokens,
    cost: costOf(entry.model, usage),
    isEdited: entry.type === 'answer-recorded' && entry.edited === true,
    isInherited: 'inherited' in entry && entry.inherited === true,
    isReplaced: false,
  };
}

function speakerOf({ messages }: EntryOf<'answer-recorded'>): string {
  return messages
    .flatMap(({ parts }) => parts.flatMap(([kind, hash]) => (kind === 'stable' ? [hash.slice(0, 12)] : [])))
    .join(' ');
}

type Usage = Parameters<CostOf>[1];

const NO_USAGE: Usage = { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0, reasoningTokens: 0 };
