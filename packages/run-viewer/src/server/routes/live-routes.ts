import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Clock } from '@entente/llm-clients';
import type { OpenRuns } from '../open-runs.js';
import { runIn, wholeNumberIn } from './reading.js';

/** Pause between two looks at the journal. */
const PAUSE_MS = 400;
const BEAT_MS = 15_000;

/** Tells how the journal of a run grows: the number of its entries, from which the page reads on. */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the page infers the types of replies from the routes
export function liveRoutes(open: OpenRuns, clock: Clock) {
  return new Hono().get('/:run/events', async (c) => {
    const run = runIn(c);
    let known = wholeNumberIn('from', c.req.query('from'), 0);
    const count = async (): Promise<Growth> =>
      open.use(run, ({ index: { entries } }) => ({ entries: entries.length, isOver: entries.at(-1)?.type === 'run-ended' }));
    await count();
    return streamSSE(c, async (stream) => {
      const gone = new AbortController();
      stream.onAbort(() => gone.abort());
      let quietMs = 0;
      while (!stream.aborted) {
        const growth = await count().catch(() => undefined);
        if (growth === undefined) {
          await stream.writeSSE({ event: 'lost', data: '' });
          return;
        }
        const isNews = growth.entries !== known;
        known = growth.entries;
        quietMs = isNews ? 0 : quietMs + PAUSE_MS;
        if (isNews) await stream.writeSSE({ event: 'grown', data: JSON.stringify(growth) });
        else if (quietMs >= BEAT_MS) {
          quietMs = 0;
          await stream.writeSSE({ event: 'beat', data: '' });
        }
        await clock.sleep(PAUSE_MS, gone.signal).catch(() => {});
      }
    });
  });
}

/** Data of the event `grown`. */
export interface Growth {
  /** Number of entries of the journal. */
  readonly entries: number;
  /** Whether the last one is the end of the run. */
  readonly isOver: boolean;
}
