import type { JournalStore } from '../journal/journal-store.js';
import { type EntryOf, JOURNAL_VERSION } from '../journal/entry.js';
import { assertReadableHeader } from '../journal/assert-readable.js';
import { readRecord, type RunRecord } from '../journal/record.js';
import type { Program } from '../program.js';
import { type RunDescription, runIdentity } from './run-identity.js';
import { liveRun } from './live-run.js';
import type { RunOutcome, RunSettings } from './run-settings.js';
import { steadyClock } from './steady-clock.js';

export interface StartRunOptions extends RunSettings {
  readonly store: JournalStore;
  /** Name of the run in the store. @default the first 16 digits of its identity */
  readonly runId?: string;
  readonly description: Omit<RunDescription, 'program'>;
  /** Labels for people and reports, which are no part of the run's identity. */
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * Starts a run and carries it to its end, or to a stop that can be resumed.
 * @throws RunExistsError, JournalConflictError, JournalEntryError before anything was done. Other failures of the run are in the
 *   result
 */
export async function startRun<State, Fact extends { readonly type: string }>(
  program: Program<State, Fact>,
  options: StartRunOptions,
): Promise<RunOutcome<State>> {
  const { store, description } = options;
  const clock = steadyClock(options.clock);
  const identity = runIdentity({ ...description, program: program.kind });
  const runId = options.runId ?? identity.slice(0, 16);
  const header: EntryOf<'run-started'> = {
    type: 'run-started',
    v: JOURNAL_VERSION,
    runId,
    program: program.kind,
    identity,
    spec: description.spec as EntryOf<'run-started'>['spec'],
    seed: description.seed,
    replicate: description.replicate,
    packageVersion: options.packageVersion,
    labels: { ...options.labels },
    at: clock.now(),
  };
  assertReadableHeader(header);
  const writer = await store.openWriter(runId, 'create');
  let record: RunRecord;
  try {
    writer.append(header);
    options.onEntry?.(header);
    record = await readRecord(runId, [header]);
  } catch (error) {
    await writer.close().catch(() => {});
    throw error;
  }
  return liveRun(program, record, { ...options, clock, writer });
}
