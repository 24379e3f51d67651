import { nodeClock } from '@entente/llm-clients';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { RunList } from './list/run-list.js';
import { OpenRuns } from './open-runs.js';
import { pageFiles } from './page-files.js';
import { callRoutes } from './routes/call-routes.js';
import { listRoutes } from './routes/list-routes.js';
import { answerFailure } from './routes/reading.js';
import { liveRoutes } from './routes/live-routes.js';
import { runRoutes } from './routes/run-routes.js';
import { searchRoutes } from './routes/search-routes.js';
import { studyRoutes } from './routes/study-routes.js';
import type { RunRow } from './run-row.js';
import { guard, openSession } from './session.js';
import type { ViewerOptions } from './viewer-options.js';

/** Bytes of a request for a session. */
const LARGEST_TOKEN = 4096;

/** Everything that the server answers. The page derives the types of replies from this. */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the page infers the types of replies from the routes
export function viewerRoutes(options: ViewerOptions, open = new OpenRuns(options)) {
  const { place, clock = nodeClock } = options;
  const list = new RunList({ ...options, clock });
  void readAhead(list, open).catch(() => {});
  const api = new Hono()
    .route('/list', listRoutes({ list, place, clock }))
    .route('/runs', runRoutes(options, open))
    .route('/runs', callRoutes(open))
    .route('/runs', liveRoutes(open, clock))
    .route('/search', searchRoutes(options, list))
    .route('/studies', studyRoutes(options, list));
  return new Hono()
    .onError(answerFailure)
    .use(guard(options))
    .post('/api/session', bodyLimit({ maxSize: LARGEST_TOKEN }), openSession(options))
    .route('/api', api)
    .get('/*', pageFiles());
}

/** Reads the list, and opens the newest run, which most readers look at first. */
async function readAhead(list: RunList, open: OpenRuns): Promise<void> {
  await list.look();
  const newest = list
    .rows()
    .reduce<RunRow | undefined>((one, row) => (one && one.startedAt >= row.startedAt ? one : row), undefined);
  if (newest) await open.use(newest.runId, () => {});
}

export type ViewerApi = ReturnType<typeof viewerRoutes>;
