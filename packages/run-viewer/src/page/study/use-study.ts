import type { InferResponseType } from 'hono/client';
import { useEffect, useState } from 'preact/hooks';
import { server } from '../data/api';
import type { Loading } from '../data/use-run';

/** Runs of a study, and how many there are by condition and state. */
export type StudyRuns = InferResponseType<(typeof server.api.studies)[':study']['$get'], 200>;

/** Reports on a study, one for each kind of run in it. */
export type StudyReports = InferResponseType<(typeof server.api.studies)[':study']['reports']['$get'], 200>['reports'];

/** Pause between two looks at a study that is being played, in milliseconds. */
const PAUSE_MS = 4000;

/** Runs of a study and the reports on them, read again while runs are under way. */
export function useStudy(study: string): { readonly runs: Loading<StudyRuns>; readonly reports: Loading<StudyReports> } {
  const [runs, setRuns] = useState<Loading<StudyRuns>>({ state: 'loading' });
  const [reports, setReports] = useState<Loading<StudyReports>>({ state: 'loading' });
  useEffect(() => {
    const gone = new AbortController();
    const isGone = (): boolean => gone.signal.aborted;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      const read = await settled(async () => readRuns(study));
      if (!isGone()) setRuns(read);
      const report = await settled(async () => readReports(study));
      if (isGone()) return;
      setReports(report);
      if (read.state === 'ready' && (read.value.row.statuses.running ?? 0) > 0) timer = setTimeout(() => void look(), PAUSE_MS);
    };
    void look();
    return () => {
      gone.abort();
      clearTimeout(timer);
    };
  }, [study]);
  return { runs, reports };
}

async function readRuns(study: string): Promise<StudyRuns> {
  const reply = await server.api.studies[':study'].$get({ param: { study } });
  if (!reply.ok) throw new Error('No study in this place has this name.');
  return reply.json();
}

async function readReports(study: string): Promise<StudyReports> {
  const reply = await server.api.studies[':study'].reports.$get({ param: { study } });
  if (!reply.ok) throw new Error('The report could not be made; the verb report of the command line says why.');
  return (await reply.json()).reports;
}

async function settled<Value>(load: () => Promise<Value>): Promise<Loading<Value>> {
  try {
    return { state: 'ready', value: await load() };
  } catch (error) {
    return { state: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
