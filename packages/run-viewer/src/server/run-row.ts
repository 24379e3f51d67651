import type { RunSummary } from '@entente/simulation-core/journal';
import { readerOf } from './kinds/readers.js';
import type { RunProgress } from './kinds/run-reader.js';
import type { CostOf } from './cost-of.js';
import { at, readHeader } from './read-header.js';

/** One run in the list of runs. */
export interface RunRow {
  readonly runId: string;
  /** Kind of program, such as `relationship` and `diplomacy`. */
  readonly program: string;
  /** Names of the two of a couple, `Game:` with its models, or `Analysis of` a game. */
  readonly title: string;
  /** Every model that the run asks, each once. */
  readonly models: readonly string[];
  /** `running`: not over, and its journal has just grown. */
  readonly status: RunSummary['status'] | 'running';
  /** Last finished step; null before the first. */
  readonly lastStep: string | null;
  /** How far it is; null where the header does not tell. */
  readonly progress: RunProgress | null;
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Dollars; null where a model has no price. */
  readonly cost: number | null;
  /** Milliseconds since the Unix epoch. */
  readonly startedAt: number;
  /** How it came out, in a word or two; null before its end. */
  readonly outcome: string | null;
  readonly study: string | null;
  readonly condition: string | null;
  /** Version of the study's file. */
  readonly studyVersion: string | null;
  readonly seed: string;
  readonly replicate: number;
  /** Run that an analysis is about; null for other runs. */
  readonly about: string | null;
  /** `future`: number of the fork among those of the same edit, from 0. */
  readonly forkedFrom: { readonly runId: string; readonly step: string; readonly future: number } | null;
  /** Reason of an interruption. */
  readonly interruption: string | null;
}

/** Reads the row of a run off its summary. */
export function runRow({ runId, header, status, lastStep, totals, result, interruption }: RunSummary, costOf: CostOf): RunRow {
  const usages = Object.entries(totals?.usage ?? {});
  const costs = usages.map(([model, usage]) => costOf(modelOfKey(model), usage, header));
  const { title, models, about } = readHeader(header);
  return {
    runId,
    program: header.program,
    title,
    models,
    status,
    lastStep: lastStep ?? null,
    progress: progressOf(header, { status, lastStep }),
    calls: totals?.calls ?? 0,
    inputTokens: usages.reduce((sum, [, usage]) => sum + usage.inputTokens, 0),
    outputTokens: usages.reduce((sum, [, usage]) => sum + usage.outputTokens, 0),
    cost: costs.includes(null) ? null : costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0),
    startedAt: header.at,
    outcome: outcomeIn(result),
    study: header.labels['study'] ?? null,
    condition: header.labels['condition'] ?? null,
    studyVersion: header.labels['studyVersion'] ?? null,
    seed: header.seed,
    replicate: header.replicate,
    about: about === null ? null : besideRun(runId, about),
    forkedFrom: forkIn(runId, header),
    interruption: interruption?.message ?? null,
  };
}

function progressOf(
  header: RunSummary['header'],
  { status, lastStep }: Pick<RunSummary, 'status' | 'lastStep'>,
): RunProgress | null {
  const progress = readerOf(header.program)?.progress(header, lastStep);
  if (progress === undefined) return null;
  return status === 'completed' ? { ...progress, done: progress.of } : progress;
}

function forkIn(runId: string, { forkedFrom }: RunSummary['header']): RunRow['forkedFrom'] {
  if (!forkedFrom) return null;
  const { step, future } = forkedFrom;
  return { runId: besideRun(runId, forkedFrom.runId), step, future };
}

/** Name in the store of a run that lies in the same folder as another one. */
function besideRun(runId: string, other: string): string {
  return `${runId.slice(0, runId.lastIndexOf('/') + 1)}${other}`;
}

function modelOfKey(key: string): { readonly provider: string; readonly modelId: string } {
  const colon = key.indexOf(':');
  return { provider: key.slice(0, colon), modelId: key.slice(colon + 1) };
}

/** The cell of the result's row that names how the run came out. */
function outcomeIn(result: RunSummary['result']): string | null {
  const row = at(result, 'row');
  const outcome = at(row, 'outcome') ?? at(row, 'leader');
  return typeof outcome === 'string' ? outcome : null;
}
