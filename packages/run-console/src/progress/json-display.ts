import type { TextOutput } from '../cli/console-io.js';
import { explainError } from '../cli/explain-error.js';
import type { RunDisplay } from './run-display.js';

/**
 * Events for machines, one JSON object a line: `batch-planned`, `run-started`, `step-ended`, `run-ended`, `note`; with
 * `facts`, every fact too.
 */
export function createJsonDisplay(output: TextOutput, { facts }: { readonly facts: boolean }): RunDisplay {
  const emit = (event: object): void => void output.write(`${JSON.stringify(event)}\n`);
  return {
    planned: (runs) => emit({ event: 'batch-planned', runs: runs.map(({ runId }) => runId) }),
    runStarted: (run, resumed) => emit({ event: 'run-started', run, resumed }),
    entry: (run, entry) => {
      if (entry.type === 'step-ended') emit({ event: 'step-ended', run, step: entry.step, totals: entry.totals });
      if (facts && entry.type === 'fact-recorded') emit({ event: 'fact-recorded', run, step: entry.step, fact: entry.fact });
    },
    runEnded: ({ runId: run, status, history, kept, totals, reason, error }) =>
      emit({
        event: 'run-ended',
        run,
        status,
        history,
        result: kept,
        totals,
        reason,
        message: reason === undefined ? undefined : explainError(error),
      }),
    note: (message) => emit({ event: 'note', message }),
    close: () => {},
  };
}

/** Tells nothing but notes. */
export function createQuietDisplay(output: TextOutput): RunDisplay {
  const nothing = (): void => {};
  return {
    planned: nothing,
    runStarted: nothing,
    entry: nothing,
    runEnded: nothing,
    note: (message) => void output.write(`${message}\n`),
    close: nothing,
  };
}
