import { ReplayDivergedError } from '../errors/run-errors.js';
import { JournalConflictError, JournalWriteError } from '../errors/journal-errors.js';
import type { Addresses } from '../journal/addresses.js';
import { type EntryOf, JOURNAL_VERSION } from '../journal/entry.js';
import type { JournalWriter } from '../journal/journal-store.js';
import type { RunRecord } from '../journal/record.js';
import type { Program } from '../program.js';
import { CountingSink } from './counting-sink.js';
import { Execution } from './execution.js';
import { interruptionReason, rootCause } from './interruption.js';
import { LiveAsker } from './live-asker.js';
import { RunRecorder } from './run-recorder.js';
import { afterFinishedSteps } from './starting-point.js';
import { StopControl } from './stop-control.js';
import type { RunOutcome, RunSettings } from './run-settings.js';

interface LiveRunOptions extends RunSettings {
  readonly writer: JournalWriter;
  /** Models that have moved, including those that this session moves. @default as on record */
  readonly addresses?: Addresses;
}

/**
 * Continues a run from its record to its end, or to a stop, which it records. Takes over the writer and always closes it, so that
 * neither a lock nor a descriptor is left.
 */
export async function liveRun<State, Fact extends { readonly type: string }>(
  program: Program<State, Fact>,
  record: RunRecord,
  options: LiveRunOptions,
): Promise<RunOutcome<State>> {
  const { writer } = options;
  let outcome: RunOutcome<State>;
  try {
    outcome = await carryOn(program, record, options);
  } catch (error) {
    await writer.close().catch(() => {});
    throw error;
  }
  const unclosed = await writer.close().then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  return unclosed && outcome.status === 'completed'
    ? { ...outcome, status: 'failed', reason: 'error', error: unclosed.error }
    : outcome;
}

async function carryOn<State, Fact extends { readonly type: string }>(
  program: Program<State, Fact>,
  record: RunRecord,
  options: LiveRunOptions,
): Promise<RunOutcome<State>> {
  const { clock, writer } = options;
  const runId = record.header.runId;
  const soFar = {
    totals: record.totals,
    facts: [...record.facts, ...record.openFacts],
    addresses: options.addresses ?? record.addresses,
  };
  const sink = new CountingSink(writer, clock, soFar, options.onEntry);
  const control = new StopControl(options);
  const { budget, order, schedule } = options;
  const asker = new LiveAsker(sink, { budget, order, schedule, partHashes: record.partHashes, abort: control.abort });
  const recorder = new RunRecorder(record, sink, asker);
  let execution: Execution<State, Fact> | undefined;
  let stopped: { readonly error: unknown } | undefined;
  try {
    // Makes sure that the journal can be written before the first call is paid for.
    await writer.flush();
    budget?.count(record.totals);
    execution = new Execution({
      program,
      recorder,
      sink,
      start: afterFinishedSteps(program, record),
      stop: control.stop,
      onStepSaved: options.onStepSaved,
    });
    await execution.run();
    const came = options.resultOf?.(execution.state as never) as EntryOf<'run-ended'>['result'];
    const { totals, facts, addresses } = sink;
    sink.append({
      type: 'run-ended',
      v: JOURNAL_VERSION,
      totals,
      facts,
      result: came,
      addresses,
      at: clock.now(),
    });
    await writer.flush();
  } catch (error) {
    stopped = { error };
  } finally {
    control.release();
  }
  const state = execution ? execution.state : program.initial;
  const result = { runId, state, totals: sink.totals, asked: asker.asked };
  if (!stopped) return { ...result, status: 'completed' };
  const reason = interruptionReason(stopped.error);
  const error = rootCause(stopped.error);
  try {
    if (mayRecordStop(error)) {
      const message = error instanceof Error ? error.message : String(error);
      sink.append({ type: 'run-interrupted', v: JOURNAL_VERSION, reason, message, totals: sink.totals, at: clock.now() });
      await writer.flush();
    }
  } catch (unrecorded) {
    return { ...result, status: 'failed', reason: 'error', error: unrecorded };
  }
  return { ...result, status: reason === 'error' ? 'failed' : 'interrupted', reason, error };
}

/**
 * Whether a stop may be recorded. After a divergence nothing is written, so that the program can be corrected; a lost or broken
 * journal cannot be written.
 */
function mayRecordStop(error: unknown): boolean {
  return !(error instanceof ReplayDivergedError || error instanceof JournalConflictError || error instanceof JournalWriteError);
}
