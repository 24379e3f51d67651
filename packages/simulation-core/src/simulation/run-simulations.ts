import pLimit from 'p-limit';
import type { CommitmentLog } from '../scenes/commitment-log.js';
import type { RunAutoOptions, Simulation } from './simulation.js';

export interface SimulationsResult {
  readonly completed: readonly { readonly simulationId: string; readonly commitmentLog: CommitmentLog }[];
  readonly failed: readonly { readonly simulationId: string; readonly error: unknown }[];
}

/** Runs many simulations at once, `concurrency` of them (100 unless told). One that fails stands apart and stops no other. */
export async function runSimulations(
  simulations: readonly Simulation[],
  options: RunAutoOptions & { readonly concurrency?: number } = {},
): Promise<SimulationsResult> {
  const { concurrency = 100, ...runOptions } = options;
  const limit = pLimit(concurrency);
  const runs = await Promise.all(
    simulations.map((simulation) =>
      limit(async () => {
        const simulationId = simulation.id;
        try {
          return { simulationId, commitmentLog: await simulation.runAuto(runOptions) };
        } catch (error) {
          return { simulationId, error };
        }
      }),
    ),
  );
  return {
    completed: runs.filter((run): run is Extract<typeof run, { commitmentLog: unknown }> => 'commitmentLog' in run),
    failed: runs.filter((run): run is Extract<typeof run, { error: unknown }> => 'error' in run),
  };
}
