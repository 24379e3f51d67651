import { ReplayDivergedError } from '../errors/run-errors.js';
import { JournalConflictError, JournalWriteError } from '../errors/journal-errors.js';
import { JOURNAL_VERSION } from '../journal/entry.js';
import type { JournalWriter } from '../journal/journal-store.js';
import type { RunRecord } from '../journal/record.js';
import type { Program } from '../program.js';
import { createCallSchedule } from './call-schedule.js';
import { CountingSink } from './counting-sink.js';
import { Execution, interruptionReason, rootCause } from './execution.js';
import { RunRecorder } from './run-recorder.js';
import { afterFinishedSteps } from './starting-point.js';
import { StopControl } from './stop-control.js';
import type { RunOutcome, RunSettings } from './run-settings.js';

/** Continues a run from its record to its end, or to the stop that it then records. Takes over the writer and closes it. */
export async function liveRun<State, Fact extends { readonly type: string }>(
  program: Program<State, Fact>,
  record: RunRecord,
  options: RunSettings & { readonly writer: JournalWriter },
): Promise<RunOutcome<State>> {
  const { clock, writer, budget } = options;
  const runId = record.header.runId;
  const sink = new CountingSink(
    writer,
    clock,
    { totals: record.totals, facts: [...record.facts, ...record.openFacts] },
    options.onEntry,
  );
  const control = new StopControl(options);
  budget?.count(record.totals);
  const recorder = new RunRecorder({
    sink,
    clock,
    answers: record.answers,
    vectors: record.vectors,
    partHashes: record.partHashes,
    openStructure: record.openStructure,
    mode: 'live',
    abort: control.abort,
    order: options.order ?? 0,
    schedule: createCallSchedule(options.schedule ?? 'concurrent'),
    ...(budget && { budget }),
  });
  let execution: Execution<State, Fact> | undefined;
  let state = program.initial;
  let stopped: { readonly error: unknown } | undefined;
  try {
    execution = new Execution({
      program,
      recorder,
      sink,
      start: afterFinishedSteps(program, record),
      stop: control.stop,
      onStepSaved: options.onStepSaved,
    });
    state = execution.state;
    await execution.run();
    sink.append({ type: 'run-ended', v: JOURNAL_VERSION, totals: sink.totals, facts: sink.facts, at: clock.now() });
    await writer.flush();
  } catch (error) {
    stopped = { error };
  } finally {
    control.release();
  }
  if (execution) state = execution.state;
  const result = { runId, state, totals: sink.totals, asked: recorder.asked };
  if (!stopped) {
    await writer.close();
    return { ...result, status: 'completed' };
  }
  const reason = interruptionReason(stopped.error);
  const error = rootCause(stopped.error);
  if (mayRecordStop(error)) {
    const message = error instanceof Error ? error.message : String(error);
    sink.append({ type: 'run-interrupted', v: JOURNAL_VERSION, reason, message, totals: sink.totals, at: clock.now() });
  }
  await writer.close().catch(() => {});
  return { ...result, status: reason === 'error' ? 'failed' : 'interrupted', reason, error };
}

/** After a divergence nothing is written, so that the program can be put right; a lost or broken journal takes nothing. */
function mayRecordStop(error: unknown): boolean {
  return !(error instanceof ReplayDivergedError || error instanceof JournalConflictError || error instanceof JournalWriteError);
}
