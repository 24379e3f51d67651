import type { Json } from '../hash/canonical-json.js';
import { type Addresses, addressesSince } from './addresses.js';
import type { EntryOf, JournalEntry, RunHeader, RunTotals } from './entry.js';

/** `unfinished` means that no stop was recorded: it is running now, or its process was killed. */
export type RunStatus = 'completed' | 'interrupted' | 'unfinished';

/** What the head and the tail of a journal say about a run. */
export interface RunSummary {
  /** The name under which the store has it. A copied or renamed folder has another than its header's `runId`. */
  readonly runId: string;
  readonly header: EntryOf<'run-started'>;
  /** Equal for journals that hold the same lines, as a run and its copy do. */
  readonly contents: string;
  readonly status: RunStatus;
  /** Totals as of the last step or stop on record; undefined before the first. */
  readonly totals: RunTotals | undefined;
  /** The last finished step. */
  readonly lastStep: string | undefined;
  /** Why it was interrupted. */
  readonly interruption: EntryOf<'run-interrupted'> | undefined;
  /** What the end of the run says that came of it; undefined before the end, and in older journals. */
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

/** @param tail the last entries of the journal, oldest first; the more, the surer `lastStep` and `totals` are found */
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
