import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SimulationError } from '../errors/simulation-error.js';
import { isCode } from '../errors/system-error.js';
import type { JournalMark, JournalStore } from '../journal/journal-store.js';
import type { RunSummary } from '../journal/run-summary.js';
import { createFileStore, isFolderName } from './file-store.js';

/**
 * Journals of a folder and of the folders in it: `FOLDER/RUN/journal.jsonl`, and `FOLDER/BATCH/RUN/journal.jsonl`, whose runs are called
 * `BATCH/RUN`.
 */
export function createNestedStore({ folder }: { readonly folder: string }): JournalStore {
  const stores = new Map<string, JournalStore>([['', createFileStore({ folder })]]);
  const storeIn = (batch: string): JournalStore => {
    const known = stores.get(batch) ?? createFileStore({ folder: join(folder, batch) });
    stores.set(batch, known);
    return known;
  };
  const placeOf = (runId: string): { readonly store: JournalStore; readonly name: string; readonly batch: string } => {
    const slash = runId.indexOf('/');
    const batch = slash < 0 ? '' : runId.slice(0, slash);
    if (slash >= 0 && !isFolderName(batch)) throw new SimulationError(`"${runId}" cannot be a run's folder here`);
    return { store: storeIn(batch), name: runId.slice(slash + 1), batch };
  };

  return {
    openWriter: async (runId, mode) => {
      const { store, name } = placeOf(runId);
      return store.openWriter(name, mode);
    },
    read: (runId, from) => {
      const { store, name } = placeOf(runId);
      return store.read(name, from);
    },
    openIndex: async (runId) => {
      const { store, name } = placeOf(runId);
      return store.openIndex(name);
    },
    summary: async (runId) => {
      const { store, name, batch } = placeOf(runId);
      const summary = await store.summary(name);
      return summary && { ...summary, runId: nameIn(batch, summary.runId) };
    },
    list: async (onUnlisted) => {
      const summaries: RunSummary[] = [];
      const own = await storeIn('').marks();
      for (const batch of ['', ...(await batchesIn(folder, own))]) {
        const listed = await storeIn(batch).list(
          onUnlisted && ((run) => onUnlisted({ ...run, runId: nameIn(batch, run.runId) })),
        );
        summaries.push(...listed.map((summary) => ({ ...summary, runId: nameIn(batch, summary.runId) })));
      }
      return summaries.sort((one, other) => (one.runId < other.runId ? -1 : 1));
    },
    marks: async (runIds) => {
      const marks = new Map<string, JournalMark>();
      const take = (batch: string, found: ReadonlyMap<string, JournalMark>): void => {
        for (const [name, mark] of found) marks.set(nameIn(batch, name), mark);
      };
      if (runIds === undefined) {
        const own = await storeIn('').marks();
        take('', own);
        for (const batch of await batchesIn(folder, own)) take(batch, await storeIn(batch).marks());
      } else {
        const names = new Map<string, string[]>();
        for (const { batch, name } of runIds.map(placeOf)) names.set(batch, [...(names.get(batch) ?? []), name]);
        for (const [batch, wanted] of names) take(batch, await storeIn(batch).marks(wanted));
      }
      return marks;
    },
  };
}

const nameIn = (batch: string, name: string): string => (batch === '' ? name : `${batch}/${name}`);

/** Folders without a journal of their own, sorted. */
async function batchesIn(folder: string, runs: ReadonlyMap<string, unknown>): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown): Dirent[] => {
    if (isCode(error, 'ENOENT')) return [];
    throw error;
  });
  return entries.flatMap((entry) => (entry.isDirectory() && !runs.has(entry.name) ? [entry.name] : [])).sort();
}
