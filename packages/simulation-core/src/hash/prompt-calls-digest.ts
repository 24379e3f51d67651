import { messageText, type PromptCall } from '@entente/llm-clients';
import { canonicalJson } from './canonical-json.js';
import { digest } from './digest.js';
import { schemaHash } from './request-hash.js';

/**
 * Digest of the words, reply shapes and sampling of prompts, rendered for sample inputs. One changed word changes it. It is part
 * of the identity of runs that use the prompts.
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
