import { type AnalysisFact, type AnalysisState, applyAnalysisFact, initialAnalysis } from '@entente/diplomacy-analysis';
import { server } from '../../data/api';
import { readRunEntries } from '../../data/run-entries';
import { type Loading, useLoaded } from '../../data/use-run';

/** An analysis of a game: its run, the model that judged, and what it found. */
export interface LoadedAnalysis {
  readonly runId: string;
  readonly judge: string;
  readonly state: AnalysisState;
}

/** The newest analysis of a game; `null` where nobody has analysed it. */
export function useAnalysis(gameId: string): Loading<LoadedAnalysis | null> {
  return useLoaded(() => readAnalysis(gameId), `analysis ${gameId}`);
}

async function readAnalysis(gameId: string): Promise<LoadedAnalysis | null> {
  const reply = await server.api.list.about[':run'].$get({ param: { run: gameId } });
  if (!reply.ok) throw new Error(`The list of runs could not be read (${reply.status}).`);
  const { runs } = await reply.json();
  const analyses = runs.filter(({ program }) => program === 'diplomacy-analysis');
  const newest = analyses.toSorted((one, other) => other.startedAt - one.startedAt)[0];
  if (newest === undefined) return null;
  const { entries } = await readRunEntries(newest.runId);
  const state = entries.reduce(
    (before, entry) =>
      entry.type === 'fact-recorded' ? applyAnalysisFact(before, entry.fact as unknown as AnalysisFact) : before,
    initialAnalysis,
  );
  return { runId: newest.runId, judge: newest.models.join(', '), state };
}
