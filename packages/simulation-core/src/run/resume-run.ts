import { OtherRunError } from '../errors/run-errors.js';
import { SimulationError } from '../errors/simulation-error.js';
import type { Addresses } from '../journal/addresses.js';
import { JOURNAL_VERSION, type JournalEntry } from '../journal/entry.js';
import type { JournalStore } from '../journal/journal-store.js';
import { readRecord, type RunRecord } from '../journal/record.js';
import type { Program } from '../program.js';
import { isCallWithin } from '../scope/call-path.js';
import { foldFacts } from './fold-run.js';
import { liveRun } from './live-run.js';
import { areSameAddresses, movedAddresses } from './moved-addresses.js';
import type { RunOutcome, RunSettings } from './run-settings.js';
import { steadyClock } from './steady-clock.js';

export interface ResumeRunOptions extends RunSettings {
  readonly store: JournalStore;
  /** Pay the open step's calls again, because its prompts or settings have changed. @default false */
  readonly reask?: boolean;
  /**
   * Addresses of all models that the program asks elsewhere than at the beginning of the run. A change goes on record. The
   * program itself must ask there; its models keep the recorded address as their `baseUrl`, which is part of request hashes.
   * @default none; refused if some are on record
   */
  readonly addresses?: Addresses;
}

/**
 * Continues a run: folds finished steps, executes the open one again from its recorded answers, and asks the missing calls.
 * Returns a completed run at once.
 * @throws UnknownRunError, JournalConflictError, JournalCorruptError; SimulationError if `addresses` leaves out a model that has
 *   moved. Other failures of the run are in the result
 */
export async function resumeRun<State, Fact extends { readonly type: string }>(
  program: Program<State, Fact>,
  runId: string,
  options: ResumeRunOptions,
): Promise<RunOutcome<State>> {
  const { store } = options;
  const clock = steadyClock(options.clock);
  const writer = await store.openWriter(runId, 'continue');
  let record: RunRecord;
  let addresses: Addresses;
  try {
    record = await readRecord(runId, store.read(runId), { keep: 'unfinished' });
    if (record.header.program !== program.kind)
      throw new OtherRunError(runId, `another program (${record.header.program}, not ${program.kind})`);
    if (!record.isWhole)
      throw new SimulationError(`${runId} is a fork that was cut off while it was made; fork again as before to complete it`);
    if (record.ended) {
      await writer.close();
      return { status: 'completed', runId, state: foldFacts(program, record.facts), totals: record.totals, asked: 0 };
    }
    addresses = movedAddresses(runId, record.addresses, options.addresses);
    const hasMoved = !areSameAddresses(record.addresses, addresses);
    const resumed: JournalEntry[] = [
      {
        type: 'run-resumed',
        v: JOURNAL_VERSION,
        packageVersion: options.packageVersion,
        addresses: hasMoved ? addresses : undefined,
        at: clock.now(),
      },
    ];
    if (options.reask) resumed.push({ type: 'step-reasked', v: JOURNAL_VERSION, step: record.openStep ?? '', at: clock.now() });
    for (const entry of resumed) {
      writer.append(entry);
      options.onEntry?.(entry);
    }
    if (options.reask) {
      await writer.flush();
      record = await readRecord(runId, store.read(runId), { keep: 'unfinished' });
    }
  } catch (error) {
    await writer.close().catch(() => {});
    throw error;
  }
  return liveRun(program, record, { ...options, clock, writer, addresses });
}

/** Number of answers of the open step that `reask` would pay for again. */
export async function countReasked(store: JournalStore, runId: string): Promise<number> {
  const { openStep, answers } = await readRecord(runId, store.read(runId), { keep: 'unfinished' });
  if (openStep === undefined) return 0;
  return [...answers.keys()].filter((path) => isCallWithin(path, openStep)).length;
}
