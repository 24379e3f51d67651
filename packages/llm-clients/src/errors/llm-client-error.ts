const MARKER = Symbol.for('@entente/llm-clients.error');

/** The base of every error this package throws. `isInstance` also recognises errors of another copy of the package. */
export class LlmClientError extends Error {
  readonly [MARKER] = true;

  constructor(message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    this.name = new.target.name;
  }

  static isInstance(error: unknown): error is LlmClientError {
    return typeof error === 'object' && error !== null && MARKER in error;
  }
}
