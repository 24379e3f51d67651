import type { BatchedRun, JournalStore } from '@entente/simulation-core';
import type { Row } from '@entente/studies/tables';
import { join } from 'node:path';
import type { ConsoleIo } from '../cli/console-io.js';
import { explainError } from '../cli/explain-error.js';
import { pricesOfRun } from '../session/run-prices.js';
import { runsDirOf } from '../session/runs-folder.js';
import type { Session } from '../session/session.js';
import { BesideRuns } from './beside-runs.js';
import { readHeader } from './find-run.js';
import type { RunKind, RunOnRecord } from './run-kind.js';

/** When the files beside the journals are written. */
export interface FileKeeping {
  /** Undefined where the kind keeps none while a run is under way. */
  readonly onStep: ((runId: string) => void) | undefined;
  afterRun(run: BatchedRun<Row>): void;
  /** Waits for the last file. */
  join(): Promise<void>;
}

/** The runs whose files are kept. */
interface KeptRuns {
  readonly kind: Pick<RunKind<never, never>, 'onStep' | 'afterRun'>;
  readonly store: JournalStore;
  readonly folder: string;
  readonly io: Pick<ConsoleIo, 'cwd'>;
  readonly session: Pick<Session, 'config'>;
}

/**
 * Lets the kind of run write its files beside the runs.
 * @param note called with a line about the first failure of each run
 */
export function keepFiles({ kind, store, folder, io, session }: KeptRuns, note: (message: string) => void): FileKeeping {
  const told = new Set<string>();
  const beside = new BesideRuns((runId, error) => {
    if (told.has(runId)) return;
    told.add(runId);
    note(`${runId}: its files could not be written; the run itself is on record (${explainError(error)})`);
  });
  const onRecord = async (runId: string): Promise<RunOnRecord> => {
    const header = await readHeader(runId, store);
    return {
      runId,
      header,
      store,
      folder: join(folder, runId),
      costOf: pricesOfRun(session.config, header),
      runsDir: runsDirOf(io.cwd, folder),
    };
  };
  return {
    onStep: kind.onStep && ((runId) => beside.add(runId, async () => kind.onStep?.(await onRecord(runId)))),
    afterRun: (run) => {
      const { runId, status, history, kept } = run;
      if (kind.afterRun && kept !== undefined)
        beside.add(runId, async () => kind.afterRun?.({ ...(await onRecord(runId)), status, history }));
    },
    join: () => beside.join(),
  };
}
