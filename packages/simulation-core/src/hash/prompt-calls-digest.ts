import { messageText, type PromptCall } from '@entente/llm-clients';
import { canonicalJson } from './canonical-json.js';
import { digest } from './digest.js';
import { schemaHash } from './request-hash.js';

/**
 * A digest of the words, reply shapes and sampling of prompts, each rendered for sample inputs: one changed word gives another. Part of
 * the identity of what is made with them.
 */
export function promptCallsDigest(calls: readonly PromptCall<unknown>[]): string {
  return digest(
    canonicalJson(
      calls.map(({ label, messages, schema, sampling = null }) => [
        label.name,
        label.version,
        messages.map((message) => [message.role, messageText(message)]),
        schema ? schemaHash(schema) : null,
        sampling,
      ]),
    ),
  );
}
