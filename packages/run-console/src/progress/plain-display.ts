import type { JournalEntry } from '@entente/simulation-core';
import type { RunBlueprint } from '@entente/simulation-core/journal';
import type { TextOutput } from '../cli/console-io.js';
import { explainError } from '../cli/explain-error.js';
import { formatProgressLine } from './format-progress.js';
import { ProgressTally } from './progress-tally.js';
import type { RunDisplay, Surroundings } from './run-display.js';

export interface PlainDisplayOptions {
  readonly output: TextOutput;
  readonly surroundings: Surroundings;
  readonly plannedSteps: (blueprint: RunBlueprint) => number;
}

/** Batches of up to this many runs tell of every run; larger ones tell only how many are done. */
const TELLS_EACH = 20;
const EVERY_MS = 10_000;

/** Progress where there is no terminal: whole lines, few of them, none of them redrawn. */
export function createPlainDisplay({ output, surroundings, plannedSteps }: PlainDisplayOptions): RunDisplay {
  let tally = new ProgressTally([], surroundings);
  let tellsEach = true;
  let toldAt = surroundings.now();
  /** Errors already reported: one stop interrupts hundreds of runs, and one line is enough. */
  const told = new Set<unknown>();
  const write = (line: string): void => void output.write(`${line}\n`);
  const tell = (): void => {
    toldAt = surroundings.now();
    write(formatProgressLine(tally.figures(), surroundings.connections()));
  };

  return {
    planned: (runs) => {
      tally = new ProgressTally(
        runs.map(({ runId, blueprint }) => ({ runId, steps: plannedSteps(blueprint) })),
        surroundings,
      );
      tellsEach = runs.length <= TELLS_EACH;
    },
    runStarted: (runId, resumed) => {
      tally.runStarted(runId);
      if (tellsEach) write(`${runId}: ${resumed ? 'resumed' : 'started'}`);
    },
    entry: (runId: string, entry: JournalEntry) => {
      tally.entry(runId, entry);
      if (surroundings.now() - toldAt >= EVERY_MS) tell();
    },
    runEnded: (run) => {
      tally.runEnded(run);
      const { done, failed, interrupted, planned } = tally.figures();
      const why = run.status === 'completed' ? '' : ` (${explainError(run.error)})`;
      const isToldBefore = run.status !== 'completed' && told.has(run.error);
      if (run.status !== 'completed') told.add(run.error);
      if (tellsEach || (run.status !== 'completed' && !isToldBefore)) write(`${run.runId}: ${run.status}${why}`);
      if (done + failed + interrupted === planned && planned > 1) tell();
    },
    note: write,
    close: () => {},
  };
}
