import type { CommitmentLog } from '../outcome/commitment-log.js';
import type { RunAutoOptions, Simulation } from './simulation.js';

/** Results of many simulations, in the order in which they were given. */
export interface SimulationsResult {
  readonly completed: readonly { readonly simulationId: string; readonly commitmentLog: CommitmentLog }[];
  readonly failed: readonly { readonly simulationId: string; readonly error: unknown }[];
}

/**
 * Runs many simulations at once, at most `concurrency` of them (default 100). A failed one stops no other. Results come in
 * the order of `simulations`.
 * @throws RangeError when `concurrency` is less than 1
 */
export async function runSimulations(
  simulations: readonly Simulation[],
  options: RunAutoOptions & { readonly concurrency?: number | undefined } = {},
): Promise<SimulationsResult> {
  const { concurrency = 100, ...runOptions } = options;
  if (!(concurrency >= 1)) throw new RangeError(`concurrency is ${concurrency}, and must be at least 1.`);
  const completed: SimulationsResult['completed'][number][] = [];
  const failed: SimulationsResult['failed'][number][] = [];
  const waiting = simulations.entries();
  const takeTurns = async () => {
    for (const [index, simulation] of waiting) {
      const simulationId = simulation.id;
      try {
        completed[index] = { simulationId, commitmentLog: await simulation.runAuto(runOptions) };
      } catch (error) {
        failed[index] = { simulationId, error };
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, simulations.length) }, takeTurns));
  return { completed: completed.filter(Boolean), failed: failed.filter(Boolean) };
}
