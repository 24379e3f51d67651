import { isExplainedError } from '@entente/llm-clients/contract';
import { canonicalJson, countReasked, resumeRun, type RunSummary } from '@entente/simulation-core';
import { createFileStore } from '@entente/simulation-core/node';
import { countOf } from '@entente/studies/tables';
import { ConsoleError, UsageError } from '../cli/console-error.js';
import { explainError } from '../cli/explain-error.js';
import type { VerbCall } from '../cli/verb.js';
import { reportBatch } from '../journals/batch-report.js';
import { type CarriedOut, carryOut } from '../journals/carry-out.js';
import { assertKind, findRun, type FoundRun, ofKind } from '../journals/find-run.js';
import { listKnown } from '../journals/list-known.js';
import { type Plan, planFromRecord } from '../journals/plan-run.js';
import type { RunKind } from '../journals/run-kind.js';
import { withoutCopies } from '../journals/without-copies.js';
import { planMoves, settingsLeftBehind } from '../session/plan-moves.js';
import { runsFolder } from '../session/runs-folder.js';
import { openSession, type Session } from '../session/session.js';
import { handleStops } from '../session/stop-handling.js';
import type { ResumeOptions } from './journal-options.js';

type Call = VerbCall<ResumeOptions>;

/** Goes on with the named runs, or with all that have not ended; returns the exit code. */
export async function resumeRuns<State, Fact extends { readonly type: string }>(
  kind: RunKind<State, Fact>,
  call: Call,
): Promise<number> {
  const { io, options } = call;
  const place = await placeOf(call);
  const tell = (line: string): void => void io.stderr.write(`${line}\n`);
  const found = options.all ? await allOpen(kind.kind, place, tell) : await named(place, tell);
  for (const { header } of found.wanted) assertKind(header, kind.kind);
  const { wanted, strange } = ofThisVersion(kind, found.wanted, tell);
  const damaged = found.damaged + strange;
  if (wanted.length === 0) {
    if (options.all)
      tell(
        `Every ${damaged + found.empty > 0 ? 'other ' : ''}run on record in ${place.runsDir} has ended; there is nothing to resume.`,
      );
    return damaged > 0 ? 1 : 0;
  }
  const ended = wanted.filter(({ status }) => status === 'completed');
  for (const { runId } of ended) io.stderr.write(`${runId} has ended; nothing is asked again.\n`);

  const session = await openSession(io, { ...options, responders: kind.responders, modelIds: options.model ?? [] });
  try {
    const { moves, notes } = planMoves(
      options.model,
      wanted.map(({ runId, header, addresses, status }) => ({
        runId,
        models: kind.modelsOf(header),
        addresses,
        hasEnded: status === 'completed',
      })),
      session.models,
    );
    for (const line of [...notes, ...settingsLeftBehind(session.config, moves.values())]) session.note(line);
    const planned = wanted.map((run) => ({ run, plan: planFromRecord(kind, run, session.models, moves.get(run.runId)) }));
    const plans = planned.map(({ plan }) => plan);
    for (const { run, plan } of planned) plan.program({ ...run.addresses, ...plan.addresses });
    if (options.reask) for (const each of planned) await reask(session, kind, each, place, call);
    const carriedOut: CarriedOut = await carryOut({
      io,
      kind,
      session,
      store: place.store,
      folder: place.folder,
      plans,
      options,
    });
    const exitCode = reportBatch({
      io,
      kind,
      plans,
      carriedOut,
      folder: place.folder,
      runsDirFlag: place.runsDir,
      json: options.json,
    });
    return exitCode === 0 && damaged > 0 ? 1 : exitCode;
  } finally {
    session.close();
  }
}

interface Wanted {
  readonly wanted: readonly RunSummary[];
  /** Journals that cannot be gone on with, or of which it is not known which one to go on with; each has been told. */
  readonly damaged: number;
  /** Journals in which nothing is on record; each has been told. */
  readonly empty: number;
}

/** Leaves out runs of whose header this version can make no program: each is told, and keeps no other from being gone on with. */
function ofThisVersion<State, Fact extends { readonly type: string }>(
  kind: RunKind<State, Fact>,
  runs: readonly RunSummary[],
  tell: (line: string) => void,
): { readonly wanted: readonly RunSummary[]; readonly strange: number } {
  const wanted = runs.filter(({ runId, header }) => {
    try {
      kind.modelsOf(header);
      return true;
    } catch (error) {
      if (!isExplainedError(error)) throw error;
      tell(`${runId}: ${explainError(error)}`);
      return false;
    }
  });
  return { wanted, strange: runs.length - wanted.length };
}

/** All that have not ended. A copy is left out: gone on with beside its original it would be paid for twice. */
async function allOpen(program: string, { store }: Place, tell: (line: string) => void): Promise<Wanted> {
  const { runs, damaged, empty } = await listKnown(store, { note: tell });
  const ofProgram = ofKind(runs, program);
  const isOpen = ({ status }: RunSummary): boolean => status !== 'completed';
  const open = new Set(ofProgram.filter(isOpen).map(({ header }) => canonicalJson(header)));
  // Copies that have ended count too: resuming the other folder would pay for the same run twice.
  const distinct = withoutCopies(ofProgram.filter(({ header }) => open.has(canonicalJson(header))));
  for (const line of distinct.notes) tell(line);
  return { wanted: distinct.runs.filter(isOpen), damaged: damaged + distinct.undecided, empty };
}

/** Those that were named; one that is damaged keeps no other from being gone on with. */
async function named({ store, runIds }: Place, tell: (line: string) => void): Promise<Wanted> {
  const wanted: RunSummary[] = [];
  let damaged = 0;
  for (const runId of runIds) {
    try {
      const summary = await store.summary(runId);
      if (summary) wanted.push(summary);
    } catch (error) {
      damaged++;
      tell(explainError(error));
    }
  }
  return { wanted, damaged, empty: 0 };
}

interface Place extends Pick<FoundRun, 'store' | 'folder' | 'runsDir'> {
  readonly runIds: readonly string[];
}

async function placeOf({ words, io, options }: Call): Promise<Place> {
  const { durability, runsDir } = options;
  if (options.all === words.length > 0) {
    throw new UsageError(
      options.all ? 'Name runs, or say --all, not both.' : 'Say which runs to resume, or --all; the runs verb lists them.',
    );
  }
  if (options.all) {
    const folder = runsFolder(io.cwd, runsDir);
    return { folder, runsDir, runIds: [], store: createFileStore({ folder, durability }) };
  }
  const found: FoundRun[] = [];
  for (const word of words) found.push(await findRun(word, { cwd: io.cwd, runsDir, durability }));
  const [first] = found;
  const elsewhere = found.find(({ folder }) => folder !== first!.folder);
  if (elsewhere)
    throw new UsageError(`${elsewhere.runId} is in another folder than ${first!.runId}; resume them with two commands.`);
  return { ...first!, runIds: [...new Set(found.map(({ runId }) => runId))] };
}

/**
 * Drops the answers of the open step from the history, after saying what that costs. The run is opened with its stop
 * already given, so that only the drop goes on record and everything else is left to the batch.
 */
async function reask<State, Fact extends { readonly type: string }>(
  session: Session,
  kind: RunKind<State, Fact>,
  { run: { runId, addresses: before }, plan }: { readonly run: RunSummary; readonly plan: Plan<State, Fact> },
  { store }: Place,
  { io, options }: Call,
): Promise<void> {
  const calls = await countReasked(store, runId);
  session.note(`${runId}: ${countOf(calls, 'answer')} of the open step ${calls === 1 ? 'is' : 'are'} dropped and paid again.`);
  if (calls === 0) return;
  const stopped = new AbortController();
  stopped.abort(new ConsoleError('the open step is asked again'));
  const stops = handleStops({ signals: io.signals, clock: session.clock, graceMs: options.grace, onStop: () => {} });
  const addresses = { ...before, ...plan.addresses };
  try {
    await resumeRun(plan.program(addresses), runId, {
      store,
      clock: session.clock,
      packageVersion: kind.packageVersion,
      reask: true,
      stop: stopped.signal,
      addresses,
    });
  } finally {
    stops.release();
  }
}
