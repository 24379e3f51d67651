import type { BatchedRun, JournalEntry } from '@entente/simulation-core';
import type { RunBlueprint } from '@entente/simulation-core/journal';

/** Watches runs being carried out, and tells somebody. Nothing here may throw. */
export interface RunDisplay {
  /** Called once, before anything starts. */
  planned(runs: readonly PlannedDisplay[]): void;
  runStarted(runId: string, resumed: boolean): void;
  entry(runId: string, entry: JournalEntry): void;
  runEnded(run: BatchedRun<unknown>): void;
  /** A line for the user that stays. */
  note(message: string): void;
  /** Takes down what is redrawn; called once, whatever happened. */
  close(): void;
}

export interface PlannedDisplay {
  readonly runId: string;
  readonly blueprint: RunBlueprint;
}

/** Current figures of endpoints and costs, read at each redraw. */
export interface Surroundings {
  readonly now: () => number;
  /** Connections allowed, in use, and 429s so far, over all endpoints; undefined where there is none. */
  readonly connections: () => { readonly allowed: number; readonly inFlight: number; readonly rateLimited: number } | undefined;
  /** Dollars, or null where the price is unknown. */
  readonly costOf: (model: { readonly provider: string; readonly modelId: string }, usage: RunUsage) => number | null;
}

type RunUsage = Extract<JournalEntry, { type: 'embeddings-recorded' }>['usage'];
