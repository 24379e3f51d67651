import type { EntryOf, RunTotals } from '../journal/entry.js';
import type { JournalStore } from '../journal/journal-store.js';
import { isWorkDeferred, readRecord, type RecordedFact, type RunRecord } from '../journal/record.js';
import type { Program } from '../program.js';
import { readFact } from './facts-on-record.js';

export interface FoldedRun<State> {
  readonly header: EntryOf<'run-started'>;
  /** State after every recorded fact, including those of an open step. */
  readonly state: State;
  readonly facts: readonly RecordedFact[];
  readonly totals: RunTotals;
  readonly ended: boolean;
}

/** Folds a journal into its state, without executing anything. @throws UnknownRunError, JournalCorruptError, UnknownFactError */
export async function foldRun<State, Fact extends { readonly type: string }>(
  program: Pick<Program<State, Fact>, 'initial' | 'apply' | 'factSchema'>,
  runId: string,
  store: Pick<JournalStore, 'read'>,
): Promise<FoldedRun<State>> {
  const record = await readRecord(runId, store.read(runId), { keep: 'facts' });
  const facts = [...record.facts, ...record.openFacts];
  return { header: record.header, state: foldFacts(program, facts), facts, totals: record.totals, ended: record.ended };
}

/** Folds facts of the program into a state; facts of the runner itself are left out. */
export function foldFacts<State, Fact extends { readonly type: string }>(
  program: Pick<Program<State, Fact>, 'initial' | 'apply' | 'factSchema'>,
  facts: RunRecord['facts'],
): State {
  return facts.reduce(
    (state, fact) => (isWorkDeferred(fact) ? state : program.apply(state, readFact(program, fact))),
    program.initial,
  );
}
