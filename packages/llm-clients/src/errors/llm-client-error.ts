import { TypedError } from './typed-error.js';

/** The base of every error this package throws. */
export class LlmClientError extends TypedError {
  static override readonly errorName: string = 'llm-clients/LlmClientError';
}
