import type { Clock } from '@entente/llm-clients';
import type { Json } from '../hash/canonical-json.js';
import type { JournalEntry, RunTotals } from '../journal/entry.js';
import type { Budget } from './budget.js';

/**
 * Which live calls of a run may be under way together. `concurrent`: all that the program asks for at once. `sequential`:
 * one. `barriers`: all that wait for the same prompt, and nothing else until the last of them is back.
 */
export const SCHEDULES = ['concurrent', 'sequential', 'barriers'] as const;
export type Schedule = (typeof SCHEDULES)[number];

/** How a run is carried out; nothing here changes what it becomes. */
export interface RunSettings {
  readonly clock: Clock;
  /** Names the code that writes, for the header. */
  readonly packageVersion: string;
  /** Abort it to let no new call start; calls in flight still land on record. Its reason becomes the interruption's message. */
  readonly stop?: AbortSignal;
  /** Abort it to cut calls in flight too. */
  readonly abort?: AbortSignal;
  /** How long calls in flight may take after `stop`, in milliseconds. @default 60_000 */
  readonly graceMs?: number;
  readonly budget?: Budget | undefined;
  /** Results are the same under each; the other two are there to measure what concurrency is worth. @default 'concurrent' */
  readonly schedule?: Schedule | undefined;
  /** Place of the run in the endpoints' queues: smaller goes first. @default 0 */
  readonly order?: number | undefined;
  /** Sees every entry as it is appended; for progress displays. Must not throw. */
  readonly onEntry?: (entry: JournalEntry) => void;
  /**
   * Called when a step has ended and all of it can be read from the store; the run goes on meanwhile. Where nobody
   * listens a step's end is made durable by the next answer. Must not throw.
   */
  readonly onStepSaved?: (step: string) => void;
  /** What came of the run, for its last entry, so that summaries have it; plain data, and small. @default nothing is said */
  readonly resultOf?: (state: never) => Json | undefined;
}

/**
 * How a run came out. `interrupted` was stopped (by hand, a budget, a provider that gave no answer) and can be resumed;
 * `failed` met an error in the program, the record or the disk, which must be mended before it is resumed.
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
      /** As of the last recorded fact. */
      readonly state: State;
      readonly totals: RunTotals;
      /** Live calls made in this session. */
      readonly asked: number;
      readonly reason: 'stopped' | 'budget' | 'provider' | 'error';
      readonly error: unknown;
    };
