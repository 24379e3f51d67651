import type { Clock } from '@entente/llm-clients';
import { createMemoryStore, type JournalEntry, type JournalStore, type RunDescription } from '../src/index.js';
import type { RunSettings } from '../src/run/run-settings.js';

let instant = 0;
/** Counts up by one whenever it is asked, and never waits. */
export const countingClock: Clock = {
  now: () => ++instant,
  sleep: (_ms, signal) =>
    new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error))),
};

export const settings = { clock: countingClock, packageVersion: '0.0.0' } satisfies RunSettings;

export const description: Omit<RunDescription, 'program'> = { spec: { test: true }, seed: 'seed', replicate: 0 };

export async function entriesOf(store: Pick<JournalStore, 'read'>, runId: string): Promise<JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for await (const entry of store.read(runId)) entries.push(entry);
  return entries;
}

/** A store whose one run has these entries. */
export async function storeWith(runId: string, entries: readonly JournalEntry[]): Promise<JournalStore> {
  const store = createMemoryStore();
  const writer = await store.openWriter(runId, 'create');
  for (const entry of entries) writer.append(entry);
  await writer.close();
  return store;
}

export const factsOf = (entries: readonly JournalEntry[]): string[] =>
  entries.flatMap((entry) => (entry.type === 'fact-recorded' ? [JSON.stringify(entry.fact)] : []));

/** Distinct questions with an answer on record: call paths, and texts with a vector. */
export function answeredIn(entries: readonly JournalEntry[]): Set<string> {
  return new Set(
    entries.flatMap((entry) =>
      entry.type === 'answer-recorded'
        ? [entry.path]
        : entry.type === 'embeddings-recorded'
          ? entry.vectors.map(({ hash }) => hash)
          : [],
    ),
  );
}
