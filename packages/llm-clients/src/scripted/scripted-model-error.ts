import { LlmClientError } from '../errors/llm-client-error.js';

/** A script and what was asked do not agree: a request without a reply, or replies nobody asked for. */
export class ScriptedModelError extends LlmClientError {
  static override readonly errorName: string = 'llm-clients/ScriptedModelError';
}
