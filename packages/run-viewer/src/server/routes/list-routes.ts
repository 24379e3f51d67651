import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Clock } from '@entente/llm-clients';
import type { RunList } from '../list/run-list.js';
import { runIn, wholeNumberIn } from './reading.js';

/** Number of runs that a reader sees at once; the others follow in events. */
const AT_ONCE = 200;
const IN_ONE_EVENT = 1000;
/** Longest time that a reader waits for journals that are being read; the rest follows as events. */
const PATIENCE_MS = 700;
/** Changes within this time are told together. */
const TOGETHER_MS = 500;
/** Events without a change, so that both sides notice a lost connection. */
const BEAT_MS = 15_000;

interface Listing {
  readonly list: RunList;
  readonly place: string;
  readonly clock: Clock;
}

/** The newest runs, all others and every change as events, and the runs that are about another one. */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the page infers the types of replies from the routes
export function listRoutes({ list, place, clock }: Listing) {
  return new Hono()
    .get('/', async (c) => c.json({ place, ...(await list.newest(AT_ONCE, PATIENCE_MS)) }))
    .get('/about/:run', async (c) => {
      await list.since(0, PATIENCE_MS);
      return c.json({ runs: list.rows().filter(({ about }) => about === runIn(c)) });
    })
    .get('/events', (c) => {
      let version = wholeNumberIn('since', c.req.query('since'), 0);
      return streamSSE(c, async (stream) => {
        const left = new AbortController();
        stream.onAbort(() => left.abort());
        let quietMs = 0;
        while (!stream.aborted) {
          const change = await list.since(version, PATIENCE_MS, IN_ONE_EVENT);
          const isNews = change.version !== version;
          version = change.version;
          quietMs = isNews ? 0 : quietMs + TOGETHER_MS;
          const { runs, damaged, gone } = change;
          if (isNews) await stream.writeSSE({ event: 'runs', data: JSON.stringify(change) });
          else if (quietMs >= BEAT_MS) {
            quietMs = 0;
            await stream.writeSSE({ event: 'beat', data: '' });
          }
          if (runs.length + damaged.length + gone.length >= IN_ONE_EVENT) continue; // more is waiting
          await clock.sleep(TOGETHER_MS, left.signal).catch(() => {});
        }
      });
    });
}
