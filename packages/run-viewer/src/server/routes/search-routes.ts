import { setImmediate } from 'node:timers/promises';
import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import type { RunList } from '../list/run-list.js';
import type { RunRow } from '../run-row.js';
import { SEARCHED, type Searched, type SearchLine } from '../search/search-line.js';
import { parseSearch } from '../search/search-query.js';
import { searchRun } from '../search/search-run.js';
import type { ViewerOptions } from '../viewer-options.js';
import { RequestError, wholeNumberIn } from './reading.js';

const HITS_A_RUN = 5;
const MOST_HITS_A_RUN = 1000;
const PROGRESS_EVERY = 25;
/** Longest time that a search waits for runs that are being listed before it begins with those that are. */
const PATIENCE_MS = 300;

/** Searches the texts of all runs, the most recent first. Hits come as lines of JSON while the search goes on. */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the page infers the types of replies from the routes
export function searchRoutes({ store }: Pick<ViewerOptions, 'store'>, list: RunList) {
  return new Hono().get('/', async (c) => {
    const { q = '', program, study, condition, run, in: places } = c.req.query();
    const query = parseSearch(q);
    if (query === undefined) throw new RequestError(400, 'q holds the words to search for.');
    const within = placesIn(places);
    const most = Math.min(MOST_HITS_A_RUN, wholeNumberIn('hits', c.req.query('hits'), HITS_A_RUN));
    const searched = new Set<string>();
    /** Runs that were listed and not yet searched, the most recent first. */
    const next = (): readonly RunRow[] =>
      list
        .rows()
        .filter(
          (row) =>
            !searched.has(row.runId) &&
            isWanted(program, row.program) &&
            isWanted(study, row.study) &&
            isWanted(condition, row.condition) &&
            isWanted(run, row.runId),
        )
        .toSorted((one, other) => other.startedAt - one.startedAt);
    await list.since(0, PATIENCE_MS);
    c.header('content-type', 'application/x-ndjson; charset=utf-8');
    return stream(c, async (out) => {
      const write = async (line: SearchLine): Promise<unknown> => out.write(`${JSON.stringify(line)}\n`);
      const unreadable: string[] = [];
      const search = async (rows: readonly RunRow[]): Promise<void> => {
        for (const row of rows) {
          if (out.aborted) return;
          if (searched.size % PROGRESS_EVERY === 0)
            await write({ kind: 'progress', searched: searched.size, of: searched.size + next().length });
          searched.add(row.runId);
          const found = await searchOne(store, row, { query, within, most });
          if (found === undefined) unreadable.push(row.runId);
          else if (found.hits.length > 0) await write({ kind: 'run', run: shortRow(row), ...found });
          await setImmediate(); // others want answers meanwhile
        }
      };
      await search(next());
      await list.look(); // those that were being listed when the search began
      await search(next());
      if (!out.aborted)
        await write({
          kind: 'end',
          searched: searched.size,
          unreadable: [...unreadable, ...list.damaged().map(({ runId }) => runId)],
        });
    });
  });
}

/** @returns undefined for a run that cannot be read, which keeps no other from being searched */
async function searchOne(
  store: Pick<ViewerOptions['store'], 'openIndex'>,
  { runId }: RunRow,
  search: Parameters<typeof searchRun>[1],
): Promise<Awaited<ReturnType<typeof searchRun>> | undefined> {
  try {
    const index = await store.openIndex(runId);
    try {
      return await searchRun(index, search);
    } finally {
      await index.close();
    }
  } catch {
    return undefined;
  }
}

function shortRow({ runId, program, title, startedAt, study, condition }: RunRow): Extract<SearchLine, { kind: 'run' }>['run'] {
  return { runId, program, title, startedAt, study, condition };
}

const isWanted = (wanted: string | undefined, value: string | null): boolean =>
  wanted === undefined || wanted === '' || wanted === value;

/** @throws RequestError for a place that there is not */
function placesIn(text: string | undefined): ReadonlySet<Searched> {
  const names = text === undefined || text === '' ? ['said', 'thought'] : text.split(',');
  const unknown = names.find((name) => !SEARCHED.some((known) => known === name));
  if (unknown !== undefined) throw new RequestError(400, `in takes ${SEARCHED.join(', ')}, with commas between them.`);
  return new Set(SEARCHED.filter((name) => names.includes(name)));
}
