import type { PendingWork, RecordedFact, RunRecord } from '../journal/record.js';
import { SeedSchedule } from '../journal/seed-schedule.js';
import type { Program } from '../program.js';
import { foldFacts } from './fold-run.js';

/** Starting point of an execution in a run, and the part of the record that must happen again. */
export interface StartingPoint<State> {
  readonly state: State;
  readonly finishedSteps: readonly string[];
  /** Work under way beside the steps. */
  readonly pending: readonly WorkToStart<State>[];
  /** Facts on record that must happen again, oldest first. */
  readonly factsToCome: readonly RecordedFact[];
  /** Those among them that forks put at boundaries, by the step after the boundary. */
  readonly edits: RunRecord['edits'];
  readonly schedule: SeedSchedule;
}

/** Work that starts again, in the same state as before. */
export interface WorkToStart<State> extends PendingWork {
  readonly state: State;
}

type Folding<State, Fact extends { readonly type: string }> = Pick<Program<State, Fact>, 'initial' | 'apply' | 'factSchema'>;

/** Starting point for resuming a run: finished steps are folded, and the open one is executed again. */
export function afterFinishedSteps<State, Fact extends { readonly type: string }>(
  program: Folding<State, Fact>,
  record: RunRecord,
): StartingPoint<State> {
  const pending = [...record.pending.values()].sort((one, other) => one.factsBefore - other.factsBefore);
  const toStart: WorkToStart<State>[] = [];
  let { initial: state } = program;
  let folded = 0;
  const foldUpTo = (count: number): void => {
    state = foldFacts(
      {
        initial: state,
        apply: (before, fact) => program.apply(before, fact),
        factSchema: program.factSchema,
      },
      record.facts.slice(folded, count),
    );
    folded = count;
  };
  for (const work of pending) {
    foldUpTo(work.factsBefore);
    toStart.push({ ...work, state });
  }
  foldUpTo(record.facts.length);
  return {
    state,
    finishedSteps: record.finishedSteps,
    pending: toStart,
    factsToCome: record.openFacts,
    edits: new Map(),
    schedule: record.schedule,
  };
}

/** Starting point for executing all of a run again. */
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
 * Starting point for executing a fork again without its inherited part.
 * @param past record of the same run up to the fork
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
