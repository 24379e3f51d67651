import type { EntryOf } from './entry.js';

/** Seeds of a line of control: of its calls, and of its random draws. */
export interface Seeds {
  readonly calls: string;
  readonly draws: string;
}

type Boundary = NonNullable<EntryOf<'run-started'>['forkedFrom']>['seeds'][number];

/**
 * Seeds in force along a run. Calls of a fork use its own seed from its first step on. Random draws follow one step later, so
 * that the first step asks the same as before and recorded answers, edited ones above all, still fit.
 */
export class SeedSchedule {
  readonly #own: string;
  readonly #boundaries: readonly Boundary[];
  #passed = 0;

  constructor(header: EntryOf<'run-started'>) {
    this.#own = header.seed;
    this.#boundaries = header.forkedFrom?.seeds ?? [];
  }

  /** Seeds of the open step, or of the next one. */
  at(step: string): Seeds {
    return { draws: this.#seedOf(this.#passed), calls: this.#seedOf(this.#passed + this.#boundariesAt(step)) };
  }

  /** Moves on past a step that has ended. */
  pass(step: string): void {
    this.#passed += this.#boundariesAt(step);
  }

  /** Boundaries of a fork that begins with this step. */
  forkedAt(step: string): readonly Boundary[] {
    const reached = this.#passed + this.#boundariesAt(step);
    return [...this.#boundaries.slice(0, reached), { untilStep: step, seed: this.#seedOf(reached) }];
  }

  #seedOf(boundary: number): string {
    return this.#boundaries[boundary]?.seed ?? this.#own;
  }

  #boundariesAt(step: string): number {
    const ahead = this.#boundaries.slice(this.#passed);
    const others = ahead.findIndex(({ untilStep }) => untilStep !== step);
    return others < 0 ? ahead.length : others;
  }
}
