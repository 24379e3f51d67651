import type { Clock } from '@entente/llm-clients';
import { ReplayDivergedError } from '../errors/run-errors.js';
import type { EntryOf } from '../journal/entry.js';
import type { JournalStore } from '../journal/journal-store.js';
import { readRecord, type RecordedFact } from '../journal/record.js';
import { NO_TOTALS } from '../journal/run-totals.js';
import type { Program } from '../program.js';
import { createCallSchedule } from './call-schedule.js';
import { CountingSink } from './counting-sink.js';
import { Execution, rootCause } from './execution.js';
import { RunRecorder } from './run-recorder.js';

export interface ReplayedRun<State> {
  readonly header: EntryOf<'run-started'>;
  readonly state: State;
  readonly facts: readonly RecordedFact[];
  /** Answers and vectors that were read from the record. */
  readonly calls: number;
  /** Whether the record reaches the end of the run; if not, the replay ended where the record does. */
  readonly complete: boolean;
}

/** The replay's clock: nothing waits, and no time that it tells is written anywhere. */
const standingClock: Clock = { now: () => 0, sleep: async () => {} };

/**
 * Executes a run again from its record alone, from the first step, without any model, and holds every fact against the
 * one on record, byte for byte.
 * @throws ReplayDivergedError at the first difference; UnknownRunError, JournalCorruptError
 */
export async function replayRun<State, Fact extends { readonly type: string }>(
  program: Program<State, Fact>,
  runId: string,
  store: Pick<JournalStore, 'read'>,
): Promise<ReplayedRun<State>> {
  const record = await readRecord(runId, store.read(runId));
  const never = new AbortController().signal;
  const sink = new CountingSink(undefined, standingClock, NO_TOTALS);
  const recorder = new RunRecorder({
    sink,
    clock: standingClock,
    answers: record.answers,
    vectors: record.vectors,
    partHashes: new Set(),
    openStructure: new Set(),
    mode: 'replay',
    abort: never,
    order: 0,
    schedule: createCallSchedule('concurrent'),
  });
  const facts: RecordedFact[] = [];
  const execution = new Execution({
    program,
    recorder,
    sink,
    record,
    mode: 'from-the-start',
    stop: never,
    onFact: (fact) => facts.push(fact),
  });
  const result = (complete: boolean): ReplayedRun<State> => ({
    header: record.header,
    state: execution.state,
    facts,
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
