import { Hono } from 'hono';
import { readCallPage } from '../call-page.js';
import type { OpenRuns } from '../open-runs.js';
import { runIn, wholeNumberIn } from './reading.js';

/** Calls of a run: all of them as rows, one of them whole, and how long they took. */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the page infers the types of replies from the routes
export function callRoutes(open: OpenRuns) {
  return new Hono()
    .get('/:run/calls', async (c) => c.json({ calls: await open.use(runIn(c), ({ calls }) => calls.rows()) }))
    .get('/:run/calls/:entry', async (c) => {
      const number = wholeNumberIn('The number of a call', c.req.param('entry'));
      const page = await open.use(runIn(c), (run) => readCallPage(run, number));
      return page ? c.json(page) : c.json({ error: 'No call has this number.' }, 404);
    })
    .get('/:run/timing', async (c) => c.json(await open.use(runIn(c), ({ timing }) => timing.measures())));
}
