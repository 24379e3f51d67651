import { addressesSince, addressKey, type Addresses, type EntryOf, type JournalEntry } from '@entente/simulation-core';

type CallEntry = EntryOf<'answer-recorded'> | EntryOf<'embeddings-recorded'> | EntryOf<'call-failed'>;

/** One call as the tree of a run shows it. */
export interface CallRecord {
  readonly path: string;
  readonly entry: CallEntry;
  /** Address of the model, if not the one in the entry. Inherited answers keep the one in the entry. */
  readonly askedAt?: string | undefined;
  /** Whether a later answer at the same path counts in its place: a fork asked anew, or `--reask` did. */
  readonly isReplaced?: boolean | undefined;
}

/** When models were moved, and where all of them have been asked since that are not asked where they began. */
export interface MoveRecord {
  /** Milliseconds since the Unix epoch. */
  readonly at: number;
  readonly addresses: Addresses;
}

/** Every call of a journal in the order in which it came back, and the texts their prompts are made of. */
export async function readCalls(entries: AsyncIterable<JournalEntry>): Promise<{
  readonly calls: readonly CallRecord[];
  readonly parts: ReadonlyMap<string, string>;
  /** Every entry that moved models, in order. */
  readonly moves: readonly MoveRecord[];
}> {
  const calls: CallRecord[] = [];
  const parts = new Map<string, string>();
  const moves: MoveRecord[] = [];
  let addresses: Addresses = {};
  for await (const entry of entries) {
    addresses = addressesSince(entry) ?? addresses;
    if ((entry.type === 'run-resumed' || entry.type === 'run-forked') && entry.addresses)
      moves.push({ at: entry.at, addresses: entry.addresses });
    if (entry.type === 'part-recorded') parts.set(entry.hash, entry.text);
    if (entry.type === 'answer-recorded' || entry.type === 'embeddings-recorded' || entry.type === 'call-failed') {
      const askedAt = 'inherited' in entry && entry.inherited ? undefined : addresses[addressKey(entry.model) ?? ''];
      calls.push({ path: entry.path, entry, askedAt });
    }
  }
  return { calls: markReplaced(calls), parts, moves };
}

function markReplaced(calls: readonly CallRecord[]): readonly CallRecord[] {
  const last = new Map(calls.filter(isAnswer).map((call) => [call.path, call]));
  return calls.map((call) => (isAnswer(call) && last.get(call.path) !== call ? { ...call, isReplaced: true } : call));
}

const isAnswer = ({ entry }: CallRecord): boolean => entry.type === 'answer-recorded';

/** Name and version of the prompt; `embedding` for vectors; null where neither is on record. */
export function labelOf({ entry }: CallRecord): string | null {
  if (entry.type === 'embeddings-recorded') return 'embedding';
  if (entry.type === 'call-failed') return null;
  return entry.label ? `${entry.label.name} ${entry.label.version}` : null;
}
