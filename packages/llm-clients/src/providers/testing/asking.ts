import type { GenerateRequest } from '../../language-model.js';

/** A request of one user message. */
export function asking(text: string, more: Partial<GenerateRequest> = {}): GenerateRequest {
  return { messages: [{ role: 'user', parts: [{ kind: 'tail', text }] }], ...more };
}
