const MARKER = Symbol.for('@entente/simulation-core.error');

/** The base of every error this package throws. `isInstance` also recognises errors of another copy of the package. */
export class SimulationError extends Error {
  readonly [MARKER] = true;

  constructor(message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    this.name = new.target.name;
  }

  static isInstance(error: unknown): error is SimulationError {
    return typeof error === 'object' && error !== null && MARKER in error;
  }
}
