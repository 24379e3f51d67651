import type { GameFact } from '@entente/diplomacy-game/state';
import { useEffect, useState } from 'preact/hooks';
import type { Growth } from '../../../server/routes/live-routes';
import { readRunEntries, type StoryEntry } from '../../data/run-entries';
import { type Loading, type RunHead, useRunHead } from '../../data/use-run';
import { emptyStory, growStory, type StoryFold, storyOf } from './fold-story';
import type { GameStory } from './game-story';

/** A game that is read from its journal, and goes on being read while it is written. */
export interface LiveStory {
  readonly head: RunHead;
  readonly story: GameStory;
  /** Whether the journal may still grow. */
  readonly isLive: boolean;
}

/** The story of a game as far as its journal goes. */
export function useLiveStory(runId: string): Loading<LiveStory> {
  const head = useRunHead(runId);
  const [told, setTold] = useState<Loading<Omit<LiveStory, 'head'>>>({ state: 'loading' });
  useEffect(() => follow(runId, setTold), [runId]);
  if (head.state !== 'ready') return head;
  return told.state === 'ready' ? { state: 'ready', value: { ...told.value, head: head.value } } : told;
}

/** Reads a journal, and again whenever the server tells that it has grown. @returns a function that ends it */
function follow(runId: string, tell: (told: Loading<Omit<LiveStory, 'head'>>) => void): () => void {
  let fold: StoryFold = emptyStory;
  let next = 0;
  let isWanted = true;
  let isOver = false;
  let wait: Promise<void> = Promise.resolve();
  let events: EventSource | undefined;
  const readOn = async (): Promise<void> => {
    const read = await readRunEntries(runId, next);
    if (!isWanted) return;
    const isFirst = next === 0;
    next = read.next;
    const facts = factsOf(read.entries);
    fold = growStory(fold, facts);
    if (fold.state.ended !== null) isOver = true;
    if (isFirst || facts.length > 0 || isOver) tell({ state: 'ready', value: { story: storyOf(fold, runId), isLive: !isOver } });
    if (isOver) events?.close();
  };
  const fail = (error: unknown): void => {
    if (isWanted && next === 0) tell({ state: 'failed', message: error instanceof Error ? error.message : String(error) });
  };
  wait = readOn()
    .then(() => {
      if (!isWanted || isOver) return;
      events = new EventSource(`./api/runs/${encodeURIComponent(runId)}/events?from=${next}`);
      events.addEventListener('grown', (event: MessageEvent<string>) => {
        const growth = JSON.parse(event.data) as Growth;
        if (growth.isOver) isOver = true;
        // One reading after the other, so that no entry is folded twice.
        wait = wait.then(readOn).catch(fail);
      });
      events.addEventListener('lost', () => events?.close());
    })
    .catch(fail);
  return () => {
    isWanted = false;
    events?.close();
  };
}

const factsOf = (entries: readonly StoryEntry[]): readonly GameFact[] =>
  entries.flatMap((entry) => (entry.type === 'fact-recorded' ? [entry.fact as unknown as GameFact] : []));
