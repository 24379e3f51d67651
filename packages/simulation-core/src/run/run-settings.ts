import type { Clock } from '@entente/llm-clients';
import type { Json } from '../hash/canonical-json.js';
import type { JournalEntry, RunTotals } from '../journal/entry.js';
import type { Budget } from './budget.js';

/**
 * Rules for live calls of a run that are under way together. `concurrent`: all that the program makes at once. `sequential`: one
 * at a time. `barriers`: all that wait for the same prompt, and no other until the last of them returns.
 */
export const SCHEDULES = ['concurrent', 'sequential', 'barriers'] as const;
export type Schedule = (typeof SCHEDULES)[number];

/** Settings of the execution of a run, which do not change its course. */
export interface RunSettings {
  readonly clock: Clock;
  /** Version of the writing code, for the header. */
  readonly packageVersion: string;
  /** Abort it to start no new call; calls in flight still land on record. Its reason becomes the message of the interruption. */
  readonly stop?: AbortSignal;
  /** Abort it to cut calls in flight too. */
  readonly abort?: AbortSignal;
  /** Maximum time for calls in flight after `stop`, in milliseconds. @default 60_000 */
  readonly graceMs?: number;
  readonly budget?: Budget | undefined;
  /** Results are the same under each. The others serve to measure the gain of concurrency. @default 'concurrent' */
  readonly schedule?: Schedule | undefined;
  /** Place of the run in the queues of endpoints; smaller goes first. @default 0 */
  readonly order?: number | undefined;
  /** Called with every entry as it is appended, for progress displays. Must not throw. */
  readonly onEntry?: (entry: JournalEntry) => void;
  /**
   * Called when a step has ended and all of it can be read from the store; the run goes on meanwhile. Without a listener, the
   * next answer makes the end of a step durable. Must not throw.
   */
  readonly onStepSaved?: (step: string) => void;
  /** Result of the run for its last entry and for summaries: small, plain data. @default none */
  readonly resultOf?: (state: never) => Json | undefined;
}

/**
 * Outcome of a run. `interrupted`: it was stopped (by hand, by a budget, or by a provider without an answer) and can be resumed.
 * `failed`: the program, the record or the disk had an error, which must be mended before it is resumed.
 */
export type RunOutcome<State> =
  | {
      readonly status: 'completed';
      readonly runId: string;
      readonly state: State;
      readonly totals: RunTotals;
      readonly asked: number;
    }
  | {
      readonly status: 'interrupted' | 'failed';
      readonly runId: string;
      /** State after the last recorded fact. */
      readonly state: State;
      readonly totals: RunTotals;
      /** Number of live calls made in this session. */
      readonly asked: number;
      readonly reason: 'stopped' | 'budget' | 'provider' | 'error';
      readonly error: unknown;
    };
