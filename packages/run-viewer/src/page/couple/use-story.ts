import { useEffect, useState } from 'preact/hooks';
import { server } from '../data/api';
import { readRunEntries, type StoryEntry } from '../data/run-entries';
import type { Loading, RunHead } from '../data/use-run';
import { watchGrowth } from '../data/watch-growth';
import { addToStory } from './story/add-to-story';
import { type CoupleStory, emptyStory } from './story/couple-story';

/** Story of a run as far as it is on record, and the head of the run. */
export interface ToldRun {
  readonly head: RunHead;
  readonly story: CoupleStory;
}

/** Longest time for which folding may keep the page busy, in milliseconds. */
const SLICE_MS = 16;

/** Reads and folds a run, and goes on doing so while the run goes on. Scenes to which nothing was added stay the same objects. */
export function useStory(runId: string): Loading<ToldRun> {
  const [told, setTold] = useState<Loading<ToldRun>>({ state: 'loading' });
  useEffect(() => {
    const stop = new AbortController();
    void followRun(runId, setTold, stop.signal).catch((error: unknown) => {
      if (!stop.signal.aborted) setTold({ state: 'failed', message: error instanceof Error ? error.message : String(error) });
    });
    return () => stop.abort();
  }, [runId]);
  return told;
}

/** Tells a run to a listener: as it is on record, then whenever it has grown, until it is complete or the signal is given. */
async function followRun(runId: string, tell: (told: Loading<ToldRun>) => void, signal: AbortSignal): Promise<void> {
  let story = emptyStory;
  let from = 0;
  const read = async (): Promise<boolean> => {
    const head = await readHead(runId);
    const { entries, next } = await readRunEntries(runId, from);
    story = await foldInSlices(story, entries);
    from = next;
    if (!signal.aborted) tell({ state: 'ready', value: { head, story } });
    return head.row.status === 'completed';
  };
  if (await read()) return;
  for await (const _ of watchGrowth(runId, () => from, signal)) if (await read()) return;
}

async function foldInSlices(before: CoupleStory, entries: readonly StoryEntry[]): Promise<CoupleStory> {
  let story = before;
  let began = performance.now();
  for (const entry of entries) {
    story = addToStory(story, entry);
    if (performance.now() - began < SLICE_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    began = performance.now();
  }
  return story;
}

async function readHead(runId: string): Promise<RunHead> {
  const reply = await server.api.runs[':run'].$get({ param: { run: runId } });
  if (!reply.ok) throw new Error('No run has this name.');
  return reply.json();
}
