import type { EntryOf } from './entry.js';

/** What seeds a line of control: its calls, and its own random draws. */
export interface Seeds {
  readonly calls: string;
  readonly draws: string;
}

type Boundary = NonNullable<EntryOf<'run-started'>['forkedFrom']>['seeds'][number];

/**
 * The seeds in force along a run. A fork's calls have its own seed from its first step on; its random draws follow one
 * step later, so that in the first step the same things are asked and recorded answers, edited ones above all, still fit.
 */
export class SeedSchedule {
  readonly #own: string;
  readonly #boundaries: readonly Boundary[];
  #passed = 0;

  constructor(header: EntryOf<'run-started'>) {
    this.#own = header.seed;
    this.#boundaries = header.forkedFrom?.seeds ?? [];
  }

  /** The seeds of a step that is open, or about to begin. */
  at(step: string): Seeds {
    return { draws: this.#seedOf(this.#passed), calls: this.#seedOf(this.#passed + this.#boundariesAt(step)) };
  }

  /** The step has ended. */
  pass(step: string): void {
    this.#passed += this.#boundariesAt(step);
  }

  /** The boundaries of a fork that begins with this step. */
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
