import type { Scope, StepScope } from './scope/scope.js';

/** Work that is under way beside the steps, as a program's state may see it. */
export interface WorkDeferred {
  readonly type: 'work-deferred';
  readonly key: string;
  readonly kind: string;
  readonly input: unknown;
}

/** Reads a program's facts, and says of one that does not fit which field is wrong; a schema of zod is one. */
export interface FactSchema<Fact> {
  safeParse(fact: unknown):
    | { readonly success: true; readonly data: Fact }
    | {
        readonly success: false;
        readonly error: { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] };
      };
}

/**
 * A simulation as the runner sees it: what is true (`State`, a fold over facts), and how one step asks and records.
 * One scene, or one phase, is one step. State and facts are plain data.
 */
export interface Program<State, Fact extends { readonly type: string }> {
  /** Names the program in run headers: `relationship`, `diplomacy`, ... */
  readonly kind: string;
  readonly initial: State;
  /** Pure. Facts may come from an older version of the program. */
  apply(state: State, fact: Fact): State;
  /**
   * Reads every fact before `apply` sees it: those on record, and those of a step before they are put there. It must take what older versions
   * of the program recorded. @default facts are taken as they are
   */
  readonly factSchema?: FactSchema<Fact> | undefined;
  /** The name of the next step, unique within the run, or undefined when the run is over. */
  nextStep(state: State): string | undefined;
  step(scope: StepScope<State, Fact>, state: State): Promise<void>;
  /**
   * Off-path work by kind: gets the recorded input and the state in which it was deferred, which a resumed run folds anew from the
   * facts before; returns the fact that the runner records at its join. An input names what the work is about, and copies nothing
   * that the state has: every copy stands in the journal.
   */
  readonly deferred?: Readonly<Record<string, (scope: Scope, input: never, state: State) => Promise<Fact>>>;
  /** Which of the pending keys must be joined before `step` begins. All others are joined before the run ends. */
  due?(state: State, step: string, pending: readonly string[]): readonly string[];
}
