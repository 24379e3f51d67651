import type { BatchedRun, JournalEntry } from '@entente/simulation-core';
import type { Surroundings } from './run-display.js';

export interface ProgressFigures {
  readonly planned: number;
  readonly done: number;
  readonly finishedBefore: number;
  readonly failed: number;
  readonly interrupted: number;
  readonly inFlight: number;
  readonly calls: number;
  readonly callsPerSecond: number;
  readonly tokens: number;
  /** Whether some of them were estimated, because a provider did not report its usage. */
  readonly areTokensEstimated: boolean;
  /** Dollars of this session; null when a price is unknown. */
  readonly costUsd: number | null;
  readonly elapsedMs: number;
  /** Undefined until a step has ended. */
  readonly etaMs: number | undefined;
  /** Share of all steps that are behind us, 0 to 1. */
  readonly share: number;
}

/** Counts what happens to the runs of one session. */
export class ProgressTally {
  readonly #surroundings: Surroundings;
  readonly #startedAt: number;
  /** Steps still to come, by run. */
  readonly #stepsLeft = new Map<string, number>();
  readonly #inFlight = new Set<string>();
  #stepsPlanned = 0;
  #stepsEnded = 0;
  #done = 0;
  #finishedBefore = 0;
  #failed = 0;
  #interrupted = 0;
  #calls = 0;
  #tokens = 0;
  #areTokensEstimated = false;
  #costUsd: number | null = 0;

  constructor(runs: readonly { readonly runId: string; readonly steps: number }[], surroundings: Surroundings) {
    this.#surroundings = surroundings;
    this.#startedAt = surroundings.now();
    for (const { runId, steps } of runs) {
      this.#stepsLeft.set(runId, steps);
      this.#stepsPlanned += steps;
    }
  }

  runStarted(runId: string): void {
    this.#inFlight.add(runId);
  }

  entry(runId: string, entry: JournalEntry): void {
    if (entry.type === 'step-ended') {
      this.#stepsEnded++;
      this.#stepsLeft.set(runId, Math.max(0, (this.#stepsLeft.get(runId) ?? 0) - 1));
    }
    if (entry.type !== 'answer-recorded' && entry.type !== 'embeddings-recorded') return;
    const usage = entry.type === 'answer-recorded' ? entry.result.usage : entry.usage;
    this.#calls++;
    this.#tokens += usage.inputTokens + usage.outputTokens;
    this.#areTokensEstimated ||= usage.estimated === true;
    const cost = this.#costUsd === null ? null : this.#surroundings.costOf(entry.model, usage);
    this.#costUsd = cost === null || this.#costUsd === null ? null : this.#costUsd + cost;
  }

  runEnded(run: Pick<BatchedRun<unknown>, 'runId' | 'status' | 'history'>): void {
    this.#inFlight.delete(run.runId);
    if (run.status === 'completed') {
      this.#done++;
      if (run.history === 'finished-before') this.#finishedBefore++;
      this.#stepsLeft.set(run.runId, 0);
    } else if (run.status === 'failed') this.#failed++;
    else this.#interrupted++;
  }

  figures(): ProgressFigures {
    const elapsedMs = this.#surroundings.now() - this.#startedAt;
    const left = [...this.#stepsLeft.values()].reduce((sum, steps) => sum + steps, 0);
    return {
      planned: this.#stepsLeft.size,
      done: this.#done,
      finishedBefore: this.#finishedBefore,
      failed: this.#failed,
      interrupted: this.#interrupted,
      inFlight: this.#inFlight.size,
      calls: this.#calls,
      callsPerSecond: elapsedMs > 0 ? (this.#calls * 1000) / elapsedMs : 0,
      tokens: this.#tokens,
      areTokensEstimated: this.#areTokensEstimated,
      costUsd: this.#costUsd,
      elapsedMs,
      etaMs: this.#stepsEnded > 0 ? (elapsedMs / this.#stepsEnded) * left : undefined,
      share: this.#stepsPlanned > 0 ? (this.#stepsPlanned - left) / this.#stepsPlanned : 0,
    };
  }
}
