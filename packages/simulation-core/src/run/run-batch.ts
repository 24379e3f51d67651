import { setMaxListeners } from 'node:events';
import pLimit from 'p-limit';
import type { Addresses } from '../journal/addresses.js';
import type { JournalStore } from '../journal/journal-store.js';
import type { Program } from '../program.js';
import { EmptyJournalError } from '../errors/journal-errors.js';
import type { Json } from '../hash/canonical-json.js';
import type { RunSummary } from '../journal/run-summary.js';
import { assertSameRun, type RunDescription } from './run-identity.js';
import { endsEveryRun } from './interruption.js';
import { foldRun } from './fold-run.js';
import { resumeRun } from './resume-run.js';
import type { RunOutcome, RunSettings } from './run-settings.js';
import { startRun } from './start-run.js';

export interface PlannedRun<State, Fact extends { readonly type: string }> {
  readonly runId: string;
  readonly description: Omit<RunDescription, 'program'>;
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Builds the program at the turn of the run.
   * @param addresses addresses of all models that have moved since the run began; absent if none has
   */
  readonly program: (addresses?: Addresses) => Program<State, Fact>;
  /** Addresses of models to move; those on record stay. @default none, and a new run uses the addresses of its spec */
  readonly addresses?: Addresses | undefined;
  /**
   * Summary from a list that was just read. A run that has ended does not change, so its journal is not read again. Ignored for
   * other runs, and under another name.
   */
  readonly listed?: RunSummary | undefined;
}

/** Number of runs under way at once: at most `max`, and as many as their shared connections can feed. */
export interface RunConcurrency {
  /** Upper bound, to save memory. @default 1000 */
  readonly max?: number | undefined;
  /** Number of connections open to the batch now. The number of runs in flight follows it. */
  readonly connections?: () => number;
  /** Calls the listener whenever the number of connections changes. Returns a function that stops this. */
  readonly onConnectionsChanged?: (listener: () => void) => () => void;
}

export interface RunBatchOptions<State, Kept> extends Omit<RunSettings, 'order' | 'onEntry' | 'onStepSaved' | 'resultOf'> {
  readonly store: JournalStore;
  readonly concurrency: RunConcurrency;
  /** Picks the part of each run's last state to keep; ten thousand whole states would not fit. */
  readonly keep: (state: State, runId: string) => Kept;
  /** Records the kept part with the end of each run. @default not recorded, so finished runs are read as a whole */
  readonly results?: KeptOnRecord<Kept>;
  readonly onEntry?: (runId: string, ...entry: Parameters<NonNullable<RunSettings['onEntry']>>) => void;
  readonly onStepSaved?: ((runId: string, step: string) => void) | undefined;
  readonly onRunStarted?: (runId: string, resumed: boolean, addresses: Addresses) => void;
  readonly onRunEnded?: (run: BatchedRun<Kept>) => void;
}

/** Lets a batch skip finished runs by the heads and tails of their journals alone. */
export interface KeptOnRecord<Kept> {
  /** Plain data, and small. */
  readonly toRecord: (kept: Kept) => Json;
  /** Undefined for a record that this version cannot use; the whole journal is read then. */
  readonly fromRecord: (result: Json) => Kept | undefined;
}

export interface BatchedRun<Kept> {
  readonly runId: string;
  readonly status: RunOutcome<unknown>['status'];
  /** `new`, `resumed`, `finished-before` (no call was made) or `not-started` (the batch was stopped before its turn). */
  readonly history: 'new' | 'resumed' | 'finished-before' | 'not-started';
  /** Undefined only if the run could not be opened or was not started. */
  readonly kept: Kept | undefined;
  readonly totals: RunOutcome<unknown>['totals'] | undefined;
  readonly reason?: 'stopped' | 'budget' | 'provider' | 'error';
  readonly error?: unknown;
}

/** Each planned run is in exactly one of the three lists, in the order of the plan. */
export interface BatchResult<Kept> {
  readonly completed: readonly BatchedRun<Kept>[];
  readonly failed: readonly BatchedRun<Kept>[];
  readonly interrupted: readonly BatchedRun<Kept>[];
}

/** Number of journals of finished runs that are read at once. More would fill the memory and gain nothing on one disk. */
const READ_AT_ONCE = 4;

/** Number of runs in flight beyond the connections, so that connections never idle while a run computes. */
const RUNS_PER_CONNECTION = 1.25;

/**
 * Carries out many runs at once: skips finished ones, resumes broken ones and starts the others. The failure of one run never
 * touches another. Only an error that every other run must meet too (a bad key, an unknown model, no credit, a used-up budget)
 * stops the batch. Never rejects because of a run.
 */
export async function runBatch<State, Fact extends { readonly type: string }, Kept>(
  plans: readonly PlannedRun<State, Fact>[],
  options: RunBatchOptions<State, Kept>,
): Promise<BatchResult<Kept>> {
  const { store, concurrency } = options;
  const reading = pLimit(READ_AT_ONCE);
  const damagedElsewhere = onceAsked(() => damagedUnderOtherNames(store));
  const summaryOf = async (runId: string): Promise<RunSummary | undefined> => {
    const summary = await store.summary(runId).catch((error: unknown) => {
      if (error instanceof EmptyJournalError) return undefined;
      throw error;
    });
    const damage = summary ? undefined : (await damagedElsewhere()).get(runId);
    if (damage) throw damage;
    return summary;
  };
  const ended = new AbortController();
  const stop = options.stop ? AbortSignal.any([options.stop, ended.signal]) : ended.signal;
  setMaxListeners(0, stop, ...(options.abort ? [options.abort] : []));

  const watched = watchedStore(store, (error) => {
    if (endsEveryRun(error)) ended.abort(error);
  });

  const allowed = (): number => {
    const max = concurrency.max ?? 1000;
    return concurrency.connections ? Math.max(1, Math.min(max, Math.ceil(concurrency.connections() * RUNS_PER_CONNECTION))) : max;
  };
  const limit = pLimit(allowed());
  const unsubscribe = concurrency.onConnectionsChanged?.(() => {
    limit.concurrency = allowed();
  });

  const skip = async (plan: PlannedRun<State, Fact>, there: RunSummary): Promise<BatchedRun<Kept>> => {
    const { runId } = plan;
    const program = plan.program();
    assertSameRun(there, program.kind, plan.description);
    const finished = { runId, status: 'completed', history: 'finished-before' } as const;
    const kept = there.result === undefined ? undefined : options.results?.fromRecord(there.result);
    if (kept !== undefined) return { ...finished, kept, totals: there.totals };
    const { state, totals } = await foldRun(program, runId, store);
    return { ...finished, kept: options.keep(state, runId), totals };
  };

  const play = async (plan: PlannedRun<State, Fact>, there: RunSummary | undefined, order: number): Promise<BatchedRun<Kept>> => {
    const { runId } = plan;
    const history = there ? 'resumed' : 'new';
    const addresses = there ? { ...there.addresses, ...plan.addresses } : {};
    const program = plan.program(addresses);
    if (there) assertSameRun(there, program.kind, plan.description);
    options.onRunStarted?.(runId, history === 'resumed', addresses);
    const { onEntry, onStepSaved, results } = options;
    const settings = {
      ...options,
      store: watched,
      stop,
      order,
      onEntry: onEntry && ((...entry: Parameters<NonNullable<RunSettings['onEntry']>>) => onEntry(runId, ...entry)),
      onStepSaved: onStepSaved && ((step: string) => onStepSaved(runId, step)),
      resultOf: results && ((state: State) => unlessThrown(() => asJson(results.toRecord(options.keep(state, runId))))),
    };
    const outcome =
      history === 'new'
        ? await startRun(program, {
            ...withoutUndefined({ ...settings, labels: plan.labels }),
            runId,
            description: plan.description,
          })
        : await resumeRun(program, runId, { ...withoutUndefined(settings), addresses });
    if (outcome.status !== 'completed' && endsEveryRun(outcome.error)) ended.abort(outcome.error);
    const run = {
      runId,
      status: outcome.status,
      history,
      kept: options.keep(outcome.state, runId),
      totals: outcome.totals,
    } as const;
    return outcome.status === 'completed' ? run : { ...run, reason: outcome.reason, error: outcome.error };
  };

  const carryOut = async (plan: PlannedRun<State, Fact>, order: number): Promise<BatchedRun<Kept>> => {
    const { runId } = plan;
    let history: BatchedRun<Kept>['history'] = 'new';
    try {
      const listed = plan.listed?.runId === runId && plan.listed.status === 'completed' ? plan.listed : undefined;
      const there = listed ?? (await reading(() => summaryOf(runId)));
      if (there) history = there.status === 'completed' ? 'finished-before' : 'resumed';
      if (there?.status === 'completed') return await reading(() => skip(plan, there));
      if (stop.aborted) {
        const notStarted = { runId, status: 'interrupted', history: 'not-started', kept: undefined, totals: undefined } as const;
        return { ...notStarted, reason: 'stopped', error: stop.reason };
      }
      return await play(plan, there, order);
    } catch (error) {
      if (endsEveryRun(error)) ended.abort(error);
      return { runId, status: 'failed', history, kept: undefined, totals: undefined, reason: 'error', error };
    }
  };

  const carriedOut = await Promise.all(
    plans.map((plan, order) =>
      limit(async () => {
        const run = await carryOut(plan, order);
        options.onRunEnded?.(run);
        return run;
      }),
    ),
  );
  unsubscribe?.();
  const having = (status: BatchedRun<Kept>['status']): BatchedRun<Kept>[] => carriedOut.filter((run) => run.status === status);
  return { completed: having('completed'), failed: having('failed'), interrupted: having('interrupted') };
}

/** Damaged runs whose folder has another name than the run, by the name of the run, so that they are not played as new ones. */
async function damagedUnderOtherNames(store: JournalStore): Promise<ReadonlyMap<string, Error>> {
  const damaged = new Map<string, Error>();
  await store.list(({ runId, kind, error, origin }) => {
    if (kind === 'damaged' && origin !== undefined && origin !== runId) damaged.set(origin, error);
  });
  return damaged;
}

/** Wraps a store to report at once that a journal cannot be written, as its run may take minutes to land the calls in flight. */
function watchedStore(store: JournalStore, onFailed: (error: unknown) => void): JournalStore {
  return {
    read: (runId, from) => store.read(runId, from),
    openIndex: (runId) => store.openIndex(runId),
    summary: (runId) => store.summary(runId),
    list: (onUnlisted) => store.list(onUnlisted),
    marks: (runIds) => store.marks(runIds),
    openWriter: async (runId, mode) => {
      const writer = await store.openWriter(runId, mode);
      return {
        append: (entry) => writer.append(entry),
        flush: () =>
          writer.flush().catch((error: unknown) => {
            onFailed(error);
            throw error;
          }),
        close: () => writer.close(),
      };
    },
  };
}

function onceAsked<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | undefined;
  return () => (asked ??= ask());
}

/** Converts to the form that a journal returns: numbers that are not finite become null. */
const asJson = (value: Json): Json => JSON.parse(JSON.stringify(value)) as Json;

/** A table row that cannot be made must not keep a run from ending. */
function unlessThrown<Value>(make: () => Value): Value | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

type Defined<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };

/** Treats optional settings that are undefined as absent. */
function withoutUndefined<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as Defined<Value>;
}
