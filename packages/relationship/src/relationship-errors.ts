import { TypedError } from '@entente/llm-clients/contract';
import type { MaterialFault } from './material/reading/material-fault.js';

/** Base of every error that this package throws. */
export class RelationshipError extends TypedError {
  static override readonly errorName: string = 'relationship/RelationshipError';
}

/** Something was asked about the scene under way, and there is none. */
export class NoSceneError extends RelationshipError {
  static override readonly errorName: string = 'relationship/NoSceneError';

  constructor() {
    super('There is no scene under way: open one first.');
  }
}

/** Two vectors cannot be compared: their lengths differ, or a number is not finite. */
export class VectorMismatchError extends RelationshipError {
  static override readonly errorName: string = 'relationship/VectorMismatchError';
}

/** A simulation ended without a result and without an error of its own; `cause` is what was thrown. */
export class SimulationFailedError extends RelationshipError {
  static override readonly errorName: string = 'relationship/SimulationFailedError';

  constructor(thrown: unknown) {
    super(`The simulation came to no end: ${String(thrown)}`, { cause: thrown });
  }
}

/** Scenes cannot go on: there is no such arc, or no scenario that fits. */
export class ArcError extends RelationshipError {
  static override readonly errorName: string = 'relationship/ArcError';
}

/** Personas cannot all be paired by the rule. */
export class UnpairedError extends RelationshipError {
  static override readonly errorName: string = 'relationship/UnpairedError';
}

/** Files of material cannot be read; the message lists every fault, a line each. */
export class MaterialError extends RelationshipError {
  static override readonly errorName: string = 'relationship/MaterialError';
  readonly faults: readonly MaterialFault[];

  constructor(faults: Iterable<MaterialFault>) {
    super([...faults].map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'));
    this.faults = [...faults];
  }
}
