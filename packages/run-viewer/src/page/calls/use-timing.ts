import type { RunMeasures } from '@entente/simulation-core/journal';
import { ask } from '../data/ask';
import { type Loading, useLoaded } from '../data/use-run';

/** Parts of a run's measures that this page shows. */
export type RunTiming = Pick<RunMeasures, 'calls' | 'sequentialMs' | 'wallMs' | 'criticalPathMs' | 'levels' | 'criticalPath'>;

/** Measures of a run: how long it took, and the chain of calls that it could not do without. */
export function useTiming(runId: string): Loading<RunTiming> {
  return useLoaded(async () => {
    const reply = await ask(`./api/runs/${encodeURIComponent(runId)}/timing`);
    if (!reply.ok) throw new Error(`The measures of this run could not be read (${reply.status}).`);
    return (await reply.json()) as RunTiming;
  }, `timing ${runId}`);
}
