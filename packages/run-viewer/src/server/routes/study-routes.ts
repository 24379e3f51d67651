import { Hono } from 'hono';
import { readerOf } from '../kinds/readers.js';
import type { RunList } from '../list/run-list.js';
import type { RunRow } from '../run-row.js';
import type { PlainReport } from '@entente/studies/tables';
import { studyRows } from '../studies/study-row.js';
import type { ViewerOptions } from '../viewer-options.js';
import { RequestError } from './reading.js';

/** Report on the runs of one kind in a study. */
export interface ProgramReport {
  readonly program: string;
  /** Null where another program makes it. */
  readonly report: PlainReport | null;
  /** Command that prints the same report; null for an unknown kind of run. */
  readonly command: string | null;
}

/** Studies, and the reports on them. */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the page infers the types of replies from the routes
export function studyRoutes({ reports = {}, place }: Pick<ViewerOptions, 'reports' | 'place'>, list: RunList) {
  const held = new Map<string, { readonly state: string; readonly report: Promise<PlainReport> }>();
  const reportOn = async (program: string, study: string, runs: readonly RunRow[]): Promise<PlainReport | null> => {
    const make = Object.hasOwn(reports, program) ? reports[program] : undefined;
    if (make === undefined) return null;
    const key = JSON.stringify([program, study]);
    const state = JSON.stringify(runs.map(({ runId, status, calls }) => [runId, status, calls]).sort());
    const before = held.get(key);
    if (before?.state === state) return before.report;
    const report = make(study);
    held.set(key, { state, report });
    report.catch(() => held.delete(key));
    return report;
  };
  return new Hono()
    .get('/', async (c) => {
      await list.look();
      return c.json({ studies: studyRows(list.rows()) });
    })
    .get('/:study', async (c) => {
      const study = c.req.param('study');
      await list.look();
      const runs = list.rows().filter((run) => run.study === study);
      const [row] = studyRows(runs);
      if (row === undefined) throw new RequestError(404, 'No study has this name.');
      return c.json({ row, runs });
    })
    .get('/:study/reports', async (c) => {
      const study = c.req.param('study');
      await list.look();
      const runs = list.rows().filter((run) => run.study === study);
      const programs = [...new Set(runs.map(({ program }) => program))];
      if (programs.length === 0) throw new RequestError(404, 'No study has this name.');
      const made: ProgramReport[] = [];
      for (const program of programs) {
        const own = runs.filter((run) => run.program === program);
        made.push({ program, report: await reportOn(program, study, own), command: commandFor(program, study, place) });
      }
      return c.json({ reports: made });
    });
}

function commandFor(program: string, study: string, place: string): string | null {
  const command = readerOf(program)?.command;
  return command === undefined ? null : `${command} report --study ${quoted(study)} --runs-dir ${quoted(place)}`;
}

const quoted = (word: string): string => (/^[\w./@~-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`);
