import { ask } from './ask';
import type { EntryOf } from '@entente/simulation-core/journal';

/** Entries that a view of a run folds: facts, and the place at which a fork begins. */
export type StoryEntry = EntryOf<'fact-recorded'> | EntryOf<'run-forked'>;

/** Longest time for which parsing may keep the page busy, in milliseconds. */
const SLICE_MS = 20;

/** First readings that were begun before the view that shows them was there. */
const begun = new Map<string, Promise<Response>>();

/** Begins to read a run from its first entry on, for the view that is still being fetched. */
export function beginReading(runId: string): void {
  const reply = askFor(runId, 0);
  begun.set(runId, reply);
  reply.catch(() => begun.delete(runId)); // the view asks again, and tells what is wrong
}

async function askFor(runId: string, from: number): Promise<Response> {
  return ask(`./api/runs/${encodeURIComponent(runId)}/facts?from=${from}`);
}

/** A reading that was begun is used once: what came later would be missing from it. */
function takeBegun(runId: string): Promise<Response> | undefined {
  const reply = begun.get(runId);
  begun.delete(runId);
  return reply;
}

/**
 * Reads the facts of a run, in slices that leave the page free to answer.
 * @param from number of the first journal entry to read
 * @returns the entries, and the number to go on from
 */
export async function readRunEntries(
  runId: string,
  from = 0,
): Promise<{ readonly entries: readonly StoryEntry[]; readonly next: number }> {
  const reply = await ((from === 0 ? takeBegun(runId) : undefined) ?? askFor(runId, from));
  if (!reply.ok) throw new Error(reply.status === 404 ? 'No run has this name.' : `The run could not be read (${reply.status}).`);
  const lines = (await reply.text()).split('\n');
  const entries: StoryEntry[] = [];
  let began = performance.now();
  for (const line of lines) {
    if (line === '') continue;
    entries.push(JSON.parse(line) as StoryEntry);
    if (performance.now() - began < SLICE_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    began = performance.now();
  }
  return { entries, next: Number(reply.headers.get('x-entries') ?? 0) };
}
