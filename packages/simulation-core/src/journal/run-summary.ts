import type { Json } from '../hash/canonical-json.js';
import { type Addresses, addressesSince } from './addresses.js';
import type { EntryOf, JournalEntry, RunHeader, RunTotals } from './entry.js';

/** `unfinished`: no stop is on record, so the run is under way, or its process was killed. */
export type RunStatus = 'completed' | 'interrupted' | 'unfinished';

/** Summary of a run, read from the head and the tail of its journal. */
export interface RunSummary {
  /** Name in the store. A copied or renamed folder has another name than its header's `runId`. */
  readonly runId: string;
  readonly header: EntryOf<'run-started'>;
  /** Equal for journals that hold the same lines, as a run and its copy do. */
  readonly contents: string;
  readonly status: RunStatus;
  /** Totals as of the last step or stop on record; undefined before the first. */
  readonly totals: RunTotals | undefined;
  /** Last finished step. */
  readonly lastStep: string | undefined;
  /** The entry that tells why the run was interrupted. */
  readonly interruption: EntryOf<'run-interrupted'> | undefined;
  /** Result in the last entry; undefined before the end, and in older journals. */
  readonly result: Json | undefined;
  /** Models that have moved since the run began; empty where none has. */
  readonly addresses: Addresses;
}

/** A run as reports read it: its header, and the state its facts fold to. */
export interface ReportedRun<State> {
  readonly runId: string;
  readonly header: RunHeader;
  readonly state: State;
}

/** @param tail last entries of the journal, oldest first; more entries make it surer that `lastStep` and `totals` are found */
export function summarizeRun(
  { runId, header, contents }: Pick<RunSummary, 'runId' | 'header' | 'contents'>,
  tail: readonly JournalEntry[],
): RunSummary {
  const last = tail.at(-1);
  const stepEnd = tail.findLast((entry) => entry.type === 'step-ended');
  const counted = tail.findLast(
    (entry) => entry.type === 'step-ended' || entry.type === 'run-interrupted' || entry.type === 'run-ended',
  );
  return {
    runId,
    header,
    contents,
    status: last?.type === 'run-ended' ? 'completed' : last?.type === 'run-interrupted' ? 'interrupted' : 'unfinished',
    totals: counted?.totals,
    lastStep: stepEnd?.step,
    interruption: last?.type === 'run-interrupted' ? last : undefined,
    result: last?.type === 'run-ended' ? last.result : undefined,
    addresses: tail.reduce<Addresses>((before, entry) => addressesSince(entry) ?? before, {}),
  };
}
