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
   * Builds the program when the run's turn has come.
   * @param addresses every model that has moved since the run began, and where its calls go; absent for a run of which none has
   */
  readonly program: (addresses?: Addresses) => Program<State, Fact>;
  /** Models to move, and where to; those on record stay where they are. @default none. A new run begins where its spec says */
  readonly addresses?: Addresses;
  /** What a list has just said of it. Nothing changes a run that has ended, so that its journal is not read once more; of others, and under another name, this says nothing. */
  readonly listed?: RunSummary;
}

/** How many runs are under way at once: at most `max`, and as many as the connections they share can feed. */
export interface RunConcurrency {
  /** A bound for memory's sake. @default 1000 */
  readonly max?: number;
  /** The connections now open to the batch; runs in flight follow them. */
  readonly connections?: () => number;
  /** Calls the listener whenever the number of connections has changed; returns how to stop that. */
  readonly onConnectionsChanged?: (listener: () => void) => () => void;
}

export interface RunBatchOptions<State, Kept> extends Omit<RunSettings, 'order' | 'onEntry' | 'onStepSaved' | 'resultOf'> {
  readonly store: JournalStore;
  readonly concurrency: RunConcurrency;
  /** What to keep of each run's last state; ten thousand whole states would not fit. */
  readonly keep: (state: State, runId: string) => Kept;
  /** Has what is kept put on record with the end of each run. @default finished runs are read as a whole to be told again */
  readonly results?: KeptOnRecord<Kept>;
  readonly onEntry?: (runId: string, ...entry: Parameters<NonNullable<RunSettings['onEntry']>>) => void;
  readonly onStepSaved?: (runId: string, step: string) => void;
  readonly onRunStarted?: (runId: string, resumed: boolean, addresses: Addresses) => void;
  readonly onRunEnded?: (run: BatchedRun<Kept>) => void;
}

/** Lets a batch skip finished runs by head and tail of their journals alone. */
export interface KeptOnRecord<Kept> {
  /** Plain data, and small. */
  readonly toRecord: (kept: Kept) => Json;
  /** Undefined for what this version cannot use, as that of another one: the journal is read as a whole then. */
  readonly fromRecord: (result: Json) => Kept | undefined;
}

export interface BatchedRun<Kept> {
  readonly runId: string;
  readonly status: RunOutcome<unknown>['status'];
  /** `new`, `resumed`, `finished-before` (nothing was asked), or `not-started`: neither begun nor gone on with, because the batch was stopped first. */
  readonly history: 'new' | 'resumed' | 'finished-before' | 'not-started';
  /** Undefined only when the run could not be opened, or was not started. */
  readonly kept: Kept | undefined;
  readonly totals: RunOutcome<unknown>['totals'] | undefined;
  readonly reason?: 'stopped' | 'budget' | 'provider' | 'error';
  readonly error?: unknown;
}

/** Every planned run stands in exactly one of the three, in the order it was planned. */
export interface BatchResult<Kept> {
  readonly completed: readonly BatchedRun<Kept>[];
  readonly failed: readonly BatchedRun<Kept>[];
  readonly interrupted: readonly BatchedRun<Kept>[];
}

/** Journals of finished runs that are read at once; more would fill the memory, and gain nothing on one disk. */
const READ_AT_ONCE = 4;

/** Runs in flight beyond the connections, so that the connections never idle while a run is thinking. */
const RUNS_PER_CONNECTION = 1.25;

/**
 * Carries many runs out at once: those on record as finished are skipped, broken ones resumed, the others started. One
 * run's failure never touches another; only an error that every other run must meet too (a bad key, an unknown model,
 * no credit, a used-up budget) stops the batch. Never rejects because of a run.
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

/** Damaged runs whose folder is called otherwise than the run, by the run's own name: nobody plays them over as new ones. */
async function damagedUnderOtherNames(store: JournalStore): Promise<ReadonlyMap<string, Error>> {
  const damaged = new Map<string, Error>();
  await store.list(({ runId, kind, error, origin }) => {
    if (kind === 'damaged' && origin !== undefined && origin !== runId) damaged.set(origin, error);
  });
  return damaged;
}

/** The same store, which tells at once when a journal cannot be written: its run may take minutes more to land what is in flight. */
function watchedStore(store: JournalStore, onFailed: (error: unknown) => void): JournalStore {
  return {
    read: (runId, from) => store.read(runId, from),
    summary: (runId) => store.summary(runId),
    list: (onUnlisted) => store.list(onUnlisted),
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

/** As a journal gives it back: a figure that is no number is null there. */
const asJson = (value: Json): Json => JSON.parse(JSON.stringify(value)) as Json;

/** A table's row that cannot be made keeps no run from ending. */
function unlessThrown<Value>(make: () => Value): Value | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

type Defined<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };

/** Optional settings that are undefined count as absent. */
function withoutUndefined<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as Defined<Value>;
}
