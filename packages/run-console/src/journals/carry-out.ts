import { busyShare, elapsedNow } from '@entente/llm-clients';
import {
  type BatchResult,
  type JournalStore,
  measureRun,
  runBatch,
  type RunMeasures,
  RunMeasuring,
} from '@entente/simulation-core';
import type { Row } from '@entente/studies/tables';
import { type ConsoleIo, hasColors, type StopSignal } from '../cli/console-io.js';
import type { OptionValues } from '../cli/verb.js';
import type { carryOutOptions } from '../options/option-groups.js';
import { createJsonDisplay, createQuietDisplay } from '../progress/json-display.js';
import { createLiveDisplay } from '../progress/live-display.js';
import { createPlainDisplay } from '../progress/plain-display.js';
import type { RunDisplay, Surroundings } from '../progress/run-display.js';
import { assertLatencyUsed, openBudget, type Session } from '../session/session.js';
import { describeMoves } from '../session/moved-models.js';
import { assertWritable } from '../session/runs-folder.js';
import { handleStops } from '../session/stop-handling.js';
import { createStyle } from '../text/style.js';
import { keepFiles } from './keep-files.js';
import type { Plan } from './plan-run.js';
import { rowsOnRecord } from './rows-on-record.js';
import type { RunKind } from './run-kind.js';

/** How text is laid out is no matter of carrying out. */
export type CarryOutOptions = Omit<OptionValues<typeof carryOutOptions>, 'width'>;

export interface CarryOutRequest<State, Fact extends { readonly type: string }> {
  readonly io: ConsoleIo;
  readonly kind: RunKind<State, Fact>;
  readonly session: Session;
  readonly store: JournalStore;
  /** The store's folder: it is made, and tried, when nothing else can be wrong any more. */
  readonly folder: string;
  readonly plans: readonly Plan<State, Fact>[];
  readonly options: CarryOutOptions;
  /** Shows what happens; by default what the terminal and the options ask for. */
  readonly display?: RunDisplay;
}

/** One run's times, in milliseconds; see `RunMeasures`. */
export type RunTimes = Pick<RunMeasures, 'wallMs' | 'sequentialMs' | 'criticalPathMs' | 'ownDelayMs'>;

export interface CarriedOut extends BatchResult<Row> {
  /** Of the runs that this command played or went on with; those that had finished before took no time of it. */
  readonly times: ReadonlyMap<string, RunTimes>;
  /** Of this command, from the first run's start until nothing is left to do, the last file included. */
  readonly wallMs: number;
  /** The share of that time that this process was busy, from 0 to 1; `null` where that is not known. */
  readonly busyShare: number | null;
  /** Dollars of this command; null where a price is unknown. */
  readonly costUsd: number | null;
  readonly stoppedBy: StopSignal | undefined;
}

/** Carries runs out under one session's limits, budget and stops, and shows how it goes. */
export async function carryOut<State, Fact extends { readonly type: string }>(
  request: CarryOutRequest<State, Fact>,
): Promise<CarriedOut> {
  const { io, kind, session, store, plans, options } = request;
  const { clock, clients } = session;
  const specs = plans.flatMap(({ blueprint }) => kind.modelsOf(blueprint));
  assertLatencyUsed(options.latency, specs);
  const budget = openBudget(clients, specs, options);
  await assertWritable(request.folder);
  const display = request.display ?? chooseDisplay(request);
  const stops = handleStops({
    signals: io.signals,
    clock,
    graceMs: options.grace,
    maxWallTimeMs: options.maxWallTime,
    onStop: (message) => display.note(message),
  });
  session.setNotes((message) => display.note(message));

  const blueprints = new Map(plans.map(({ runId, blueprint }) => [runId, blueprint]));
  const times = new Map<string, RunTimes>();
  const measuring = new Map<string, RunMeasuring>();
  // A thousand runs that have moved alike are told by the first.
  const moved = new Set<string>();
  const files = keepFiles(request, (message) => display.note(message));
  let costUsd: number | null = 0;
  const startedAt = elapsedNow(clock);
  const loadBefore = clock.load?.spent();
  try {
    for (const { note } of plans) if (note !== undefined) display.note(note);
    display.planned(plans.map(({ runId, blueprint }) => ({ runId, blueprint })));
    const result = await runBatch(plans, {
      store,
      clock,
      packageVersion: kind.packageVersion,
      schedule: options.schedule,
      graceMs: options.grace,
      stop: stops.stop,
      abort: stops.abort,
      budget,
      keep: (state, runId) => kind.results.row(state, blueprints.get(runId)!),
      results: rowsOnRecord(kind),
      concurrency: {
        max: options.concurrency,
        connections: () => allowedConnections(clients.endpoints()),
        onConnectionsChanged: (listener) => session.onConnectionsChanged(listener),
      },
      onRunStarted: (runId, resumed, addresses) => {
        for (const line of describeMoves(kind.modelsOf(blueprints.get(runId)!), addresses)) {
          if (!moved.has(line)) display.note(`${runId}: ${line}.`);
          moved.add(line);
        }
        if (!resumed) measuring.set(runId, new RunMeasuring());
        display.runStarted(runId, resumed);
      },
      onEntry: (runId, entry) => {
        display.entry(runId, entry);
        measuring.get(runId)?.add(entry);
        if (entry.type !== 'answer-recorded' && entry.type !== 'embeddings-recorded') return;
        const cost = clients.costOf(entry.model, entry.type === 'answer-recorded' ? entry.result.usage : entry.usage);
        costUsd = costUsd === null || cost === null ? null : costUsd + cost;
      },
      onStepSaved: files.onStep,
      onRunEnded: (run) => {
        const measured = measuring.get(run.runId);
        if (measured) times.set(run.runId, timesOf(measured.result()));
        measuring.delete(run.runId);
        display.runEnded(run);
        files.afterRun(run);
      },
    });
    await files.join();
    const wallMs = elapsedNow(clock) - startedAt;
    const loadAfter = clock.load?.spent();
    for (const { runId, history, totals } of [...result.completed, ...result.failed, ...result.interrupted]) {
      if (history === 'resumed' && totals && !times.has(runId)) times.set(runId, timesOf(await measureRun(store.read(runId))));
    }
    const busy = loadBefore && loadAfter ? busyShare(loadBefore, loadAfter) : null;
    return { ...result, times, wallMs, busyShare: busy, costUsd, stoppedBy: stops.stoppedBy() };
  } finally {
    display.close();
    session.setNotes((message) => void io.stderr.write(`${message}\n`));
    stops.release();
  }
}

function timesOf({ wallMs, sequentialMs, criticalPathMs, ownDelayMs }: RunMeasures): RunTimes {
  return { wallMs, sequentialMs, criticalPathMs, ownDelayMs };
}

/** The display that the options and the terminal ask for. */
function chooseDisplay<State, Fact extends { readonly type: string }>(request: CarryOutRequest<State, Fact>): RunDisplay {
  const { io, kind, session, plans, options } = request;
  if (options.json) return createJsonDisplay(io.stdout, { facts: false });
  if (options.quiet || plans.some(({ blueprint }) => kind.usesTerminal?.(blueprint))) return createQuietDisplay(io.stderr);
  const surroundings: Surroundings = {
    now: () => elapsedNow(session.clock),
    costOf: (model, usage) => session.clients.costOf(model, usage),
    connections: () => {
      const endpoints = session.clients.endpoints();
      if (endpoints.length === 0) return undefined;
      const sum = (of: (endpoint: (typeof endpoints)[number]) => number): number =>
        endpoints.reduce((total, endpoint) => total + of(endpoint), 0);
      return {
        allowed: sum(({ connections }) => connections),
        inFlight: sum(({ inFlight }) => inFlight),
        rateLimited: sum(({ rateLimited }) => rateLimited),
      };
    },
  };
  const plannedSteps = (blueprint: Parameters<typeof kind.plannedSteps>[0]): number => kind.plannedSteps(blueprint);
  if (io.stderr.isTTY !== true) return createPlainDisplay({ output: io.stderr, surroundings, plannedSteps });
  return createLiveDisplay({
    output: io.stderr,
    style: createStyle(hasColors(io.stderr, io.env)),
    clock: session.clock,
    surroundings,
    plannedSteps,
    liveLine: kind.liveLine?.bind(kind),
  });
}

/** Offline models have no endpoint, and bear any number of calls. */
function allowedConnections(endpoints: readonly { readonly connections: number }[]): number {
  return endpoints.length === 0 ? Infinity : endpoints.reduce((sum, { connections }) => sum + connections, 0);
}
