import { type JournalStore, SimulationError } from '@entente/simulation-core';
import type { RunHeader } from '@entente/simulation-core/journal';

/** The first entry of a run's journal. @throws UnknownRunError, JournalCorruptError */
export async function readHeader(runId: string, store: Pick<JournalStore, 'read'>): Promise<RunHeader> {
  for await (const entry of store.read(runId)) {
    if (entry.type === 'run-started') return entry;
    break;
  }
  throw new SimulationError(`the journal of ${runId} has no header; nothing can be read from it`);
}
