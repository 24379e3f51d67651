import { ReplayDivergedError } from '../errors/run-errors.js';
import type { EntryOf, JournalEntry } from '../journal/entry.js';
import type { JournalStore } from '../journal/journal-store.js';
import { readRecord, type RecordedFact } from '../journal/record.js';
import type { Program } from '../program.js';
import { CountingSink } from './counting-sink.js';
import { Execution } from './execution.js';
import { rootCause } from './interruption.js';
import { refusingAsker, RunRecorder } from './run-recorder.js';
import { beforeAllSteps, behindInheritance } from './starting-point.js';

export interface ReplayedRun<State> {
  readonly header: EntryOf<'run-started'>;
  readonly state: State;
  /** All facts, including those that were taken over without being executed. */
  readonly facts: readonly RecordedFact[];
  /**
   * Step that execution began with, if not the first: a fork with another spec than its parent's is executed from the fork on, as
   * its inherited part was played by other settings. The parent's replay covers that part.
   */
  readonly since: string | undefined;
  /** Number of calls that were answered from the record. */
  readonly calls: number;
  /** Whether the record reaches the end of the run. If not, the replay ended with the record. */
  readonly complete: boolean;
}

/**
 * Executes a run again from its record alone, without any model, and compares every fact with the record, byte for byte. Begins
 * with the first step, or with the step since which the spec of the run holds.
 * @throws ReplayDivergedError at the first difference; UnknownRunError, JournalCorruptError
 */
export async function replayRun<State, Fact extends { readonly type: string }>(
  program: Program<State, Fact>,
  runId: string,
  store: Pick<JournalStore, 'read'>,
): Promise<ReplayedRun<State>> {
  const record = await readRecord(runId, store.read(runId));
  const sink = CountingSink.silent();
  const recorder = new RunRecorder(record, sink, refusingAsker);
  const since = record.header.forkedFrom?.specSince;
  const past = since === undefined ? undefined : await readRecord(runId, inheritedUpTo(since, store.read(runId)));
  const facts: RecordedFact[] = [...(past?.facts ?? [])];
  const execution = new Execution({
    program,
    recorder,
    sink,
    start: past ? behindInheritance(program, past, record) : beforeAllSteps(program, record),
    stop: new AbortController().signal,
    onFact: (fact) => facts.push(fact),
  });
  const result = (complete: boolean): ReplayedRun<State> => ({
    header: record.header,
    state: execution.state,
    facts,
    since,
    calls: recorder.fromRecord,
    complete,
  });
  try {
    await execution.run();
    return result(true);
  } catch (error) {
    const cause = rootCause(error);
    const recordRanOut =
      cause instanceof ReplayDivergedError && cause.reason === 'answer-missing' && !record.ended && execution.factsToCome === 0;
    if (recordRanOut) return result(false);
    throw cause;
  }
}

/** Entries of the journal up to the last fork at that step. */
async function* inheritedUpTo(step: string, entries: AsyncIterable<JournalEntry>): AsyncGenerator<JournalEntry> {
  let held: JournalEntry[] = [];
  for await (const entry of entries) {
    held.push(entry);
    if (entry.type === 'run-forked' && entry.step === step) {
      yield* held;
      held = [];
    }
  }
}
