import type { EntryOf, JournalEntry } from '@entente/simulation-core';

type CallEntry = EntryOf<'answer-recorded'> | EntryOf<'embeddings-recorded'> | EntryOf<'call-failed'>;

/** One call as the tree of a run shows it. */
export interface CallRecord {
  readonly path: string;
  readonly entry: CallEntry;
}

/** Every call of a journal in the order in which it came back, and the texts their prompts are made of. */
export async function readCalls(
  entries: AsyncIterable<JournalEntry>,
): Promise<{ readonly calls: readonly CallRecord[]; readonly parts: ReadonlyMap<string, string> }> {
  const calls: CallRecord[] = [];
  const parts = new Map<string, string>();
  for await (const entry of entries) {
    if (entry.type === 'part-recorded') parts.set(entry.hash, entry.text);
    if (entry.type === 'answer-recorded' || entry.type === 'embeddings-recorded' || entry.type === 'call-failed') {
      calls.push({ path: entry.path, entry });
    }
  }
  return { calls, parts };
}

/** What was asked: a prompt's name and version, or that it was for vectors. */
export function labelOf({ entry }: CallRecord): string | null {
  if (entry.type === 'embeddings-recorded') return 'embedding';
  if (entry.type === 'call-failed') return null;
  return entry.label ? `${entry.label.name} ${entry.label.version}` : null;
}
