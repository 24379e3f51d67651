import type { PendingWork, RecordedFact, RunRecord } from '../journal/record.js';
import { SeedSchedule } from '../journal/seed-schedule.js';
import type { Program } from '../program.js';
import { foldFacts } from './fold-run.js';

/** Where in a run execution begins, and what of its record has still to happen again. */
export interface StartingPoint<State> {
  readonly state: State;
  readonly finishedSteps: readonly string[];
  /** Work under way beside the steps. */
  readonly pending: readonly PendingWork[];
  /** Facts on record that have still to happen again, oldest first. */
  readonly factsToCome: readonly RecordedFact[];
  /** Facts among them that forks put at boundaries, by the step behind the boundary. */
  readonly edits: RunRecord['edits'];
  readonly schedule: SeedSchedule;
}

type Folding<State, Fact extends { readonly type: string }> = Pick<Program<State, Fact>, 'initial' | 'apply' | 'factSchema'>;

/** For going on with a run: finished steps are folded, and the open one is executed again. */
export function afterFinishedSteps<State, Fact extends { readonly type: string }>(
  program: Folding<State, Fact>,
  record: RunRecord,
): StartingPoint<State> {
  return {
    state: foldFacts(program, record.facts),
    finishedSteps: record.finishedSteps,
    pending: [...record.pending.values()],
    factsToCome: record.openFacts,
    edits: new Map(),
    schedule: record.schedule,
  };
}

/** For executing all of a run again. */
export function beforeAllSteps<State, Fact extends { readonly type: string }>(
  program: Folding<State, Fact>,
  record: RunRecord,
): StartingPoint<State> {
  return {
    state: program.initial,
    finishedSteps: [],
    pending: [],
    factsToCome: [...record.facts, ...record.openFacts],
    edits: record.edits,
    schedule: new SeedSchedule(record.header),
  };
}

/**
 * For executing a fork again without what it took over.
 * @param past the record of the same run up to the fork
 */
export function behindInheritance<State, Fact extends { readonly type: string }>(
  program: Folding<State, Fact>,
  past: RunRecord,
  record: RunRecord,
): StartingPoint<State> {
  return {
    ...afterFinishedSteps(program, past),
    factsToCome: [...record.facts.slice(past.facts.length), ...record.openFacts],
    edits: new Map([...record.edits].filter(([step]) => !past.edits.has(step))),
  };
}
