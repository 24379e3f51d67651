import type { Scope, StepScope } from './scope/scope.js';

/** Work under way beside the steps, as the state of a program may see it. */
export interface WorkDeferred {
  readonly type: 'work-deferred';
  readonly key: string;
  readonly kind: string;
  readonly input: unknown;
}

/** Reads the facts of a program, and names the wrong field of one that does not fit. A zod schema is one. */
export interface FactSchema<Fact> {
  safeParse(fact: unknown):
    | { readonly success: true; readonly data: Fact }
    | {
        readonly success: false;
        readonly error: { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] };
      };
}

/**
 * A simulation as the runner sees it: its state, a fold over facts, and the way one step asks models and records facts. A step is
 * one unit of the simulation, such as a round of a game. State and facts are plain data.
 */
export interface Program<State, Fact extends { readonly type: string }> {
  /** Name of the program in run headers. */
  readonly kind: string;
  readonly initial: State;
  /** Pure. Facts may come from an older version of the program. */
  apply(state: State, fact: Fact): State;
  /**
   * Checks every fact before `apply` sees it: facts on record, and new facts before they are recorded. It must accept the facts
   * of older versions of the program. @default no check
   */
  readonly factSchema?: FactSchema<Fact> | undefined;
  /** Name of the next step, unique within the run; undefined when the run is over. */
  nextStep(state: State): string | undefined;
  step(scope: StepScope<State, Fact>, state: State): Promise<void>;
  /**
   * Deferred work by kind. Takes the recorded input and the state in which it was deferred, which a resumed run folds anew;
   * returns the fact that the runner records at the join. An input should only name the subject of the work: every copy of the
   * state would be written to the journal.
   */
  readonly deferred?: Readonly<Record<string, (scope: Scope, input: never, state: State) => Promise<Fact>>>;
  /** Keys, among those pending, that must be joined before `step` begins. All others are joined before the run ends. */
  due?(state: State, step: string, pending: readonly string[]): readonly string[];
}
