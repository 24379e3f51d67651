import { Hono } from 'hono';
import { numbersOfFacts } from '../numbers-of-facts.js';
import type { OpenRuns } from '../open-runs.js';
import { runRow } from '../run-row.js';
import type { ViewerOptions } from '../viewer-options.js';
import { NO_RUN, runIn, wholeNumberIn } from './reading.js';

/** One run: its header, and its facts. */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the page infers the types of replies from the routes
export function runRoutes({ store, costOf }: ViewerOptions, open: OpenRuns) {
  return (
    new Hono()
      .get('/:run', async (c) => {
        const summary = await store.summary(runIn(c));
        if (!summary) return c.json({ error: NO_RUN }, 404);
        void open.use(runIn(c), async () => {}).catch(() => {}); // indexes it while the page fetches its view
        return c.json({ row: runRow(summary, costOf), header: summary.header });
      })
      // Lines of JSON as on record, from entry `from` on: every fact that counts, with its step, and where a fork begins.
      .get('/:run/facts', async (c) => {
        const from = wholeNumberIn('from', c.req.query('from'), 0);
        return open.use(runIn(c), async ({ index }) => {
          const entries = index.entries.length;
          const texts = await index.texts(numbersOfFacts(index.entries, from));
          return c.body(texts.map((text) => `${text}\n`).join(''), 200, {
            'content-type': 'application/x-ndjson; charset=utf-8',
            'x-entries': String(entries),
          });
        });
      })
  );
}
