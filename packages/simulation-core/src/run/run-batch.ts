import { endsBatch } from '@entente/llm-clients';
import { setMaxListeners } from 'node:events';
import pLimit from 'p-limit';
import type { JournalStore } from '../journal/journal-store.js';
import type { Program } from '../program.js';
import { assertSameRun } from './assert-same-run.js';
import { foldRun } from './fold-run.js';
import { resumeRun } from './resume-run.js';
import type { RunDescription } from './run-identity.js';
import type { RunOutcome, RunSettings } from './run-settings.js';
import { startRun } from './start-run.js';

export interface PlannedRun<State, Fact extends { readonly type: string }> {
  readonly runId: string;
  readonly description: Omit<RunDescription, 'program'>;
  readonly labels?: Readonly<Record<string, string>>;
  /** Builds the program when the run's turn has come. */
  readonly program: () => Program<State, Fact>;
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

export interface RunBatchOptions<State, Kept> extends Omit<RunSettings, 'order' | 'onEntry' | 'onStepSaved'> {
  readonly store: JournalStore;
  readonly concurrency: RunConcurrency;
  /** What to keep of each run's last state; ten thousand whole states would not fit. */
  readonly keep: (state: State, runId: string) => Kept;
  readonly onEntry?: (runId: string, ...entry: Parameters<NonNullable<RunSettings['onEntry']>>) => void;
  readonly onStepSaved?: (runId: string, step: string) => void;
  readonly onRunStarted?: (runId: string, resumed: boolean) => void;
  readonly onRunEnded?: (run: BatchedRun<Kept>) => void;
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
  const damaged = new Map<string, Error>();
  const renamed = new Map<string, Error>();
  const runs = await store.list(({ runId, kind, error, origin }) => {
    if (kind === 'damaged') damaged.set(runId, error);
    if (kind === 'damaged' && origin !== undefined) renamed.set(origin, error);
  });
  const known = new Map(runs.map((run) => [run.runId, run]));
  // A run that is on record under another folder's name, and damaged there, is not played over again as a new one.
  for (const [origin, error] of renamed) if (!known.has(origin)) damaged.set(origin, error);
  const ended = new AbortController();
  const stop = options.stop ? AbortSignal.any([options.stop, ended.signal]) : ended.signal;
  setMaxListeners(0, stop, ...(options.abort ? [options.abort] : []));

  const allowed = (): number => {
    const max = concurrency.max ?? 1000;
    return concurrency.connections ? Math.max(1, Math.min(max, Math.ceil(concurrency.connections() * RUNS_PER_CONNECTION))) : max;
  };
  const limit = pLimit(allowed());
  const unsubscribe = concurrency.onConnectionsChanged?.(() => {
    limit.concurrency = allowed();
  });

  const carryOut = async (plan: PlannedRun<State, Fact>, order: number): Promise<BatchedRun<Kept>> => {
    const { runId } = plan;
    const there = known.get(runId);
    const status = there?.status;
    const damage = damaged.get(runId);
    if (status !== 'completed' && stop.aborted && !damage) {
      return {
        runId,
        status: 'interrupted',
        history: 'not-started',
        kept: undefined,
        totals: undefined,
        reason: 'stopped',
        error: stop.reason,
      };
    }
    const history = status === undefined ? 'new' : status === 'completed' ? 'finished-before' : 'resumed';
    try {
      if (damage) throw damage;
      const program = plan.program();
      if (there) assertSameRun(there, program.kind, plan.description);
      if (history === 'finished-before') {
        const { state, totals } = await foldRun(program, runId, store);
        return { runId, status: 'completed', history, kept: options.keep(state, runId), totals };
      }
      options.onRunStarted?.(runId, history === 'resumed');
      const { onEntry, onStepSaved } = options;
      const settings = {
        ...options,
        stop,
        order,
        onEntry: onEntry && ((...entry: Parameters<NonNullable<RunSettings['onEntry']>>) => onEntry(runId, ...entry)),
        onStepSaved: onStepSaved && ((step: string) => onStepSaved(runId, step)),
      };
      const outcome =
        history === 'new'
          ? await startRun(program, { ...withoutUndefined(settings), ...plan })
          : await resumeRun(program, runId, withoutUndefined(settings));
      if (outcome.status !== 'completed' && endsAll(outcome.error)) ended.abort(outcome.error);
      const run = {
        runId,
        status: outcome.status,
        history,
        kept: options.keep(outcome.state, runId),
        totals: outcome.totals,
      } as const;
      return outcome.status === 'completed' ? run : { ...run, reason: outcome.reason, error: outcome.error };
    } catch (error) {
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

/** Whether every other run must meet this error too. */
function endsAll(error: unknown): boolean {
  return endsBatch(error) || (error instanceof Error && error.name === 'BudgetExhaustedError');
}

type Defined<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };

/** Optional settings that are undefined count as absent. */
function withoutUndefined<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as Defined<Value>;
}
