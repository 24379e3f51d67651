import type { GenerateRequest, LanguageModel } from '@entente/llm-clients';
import { z } from 'zod';
import { canonicalJson } from './canonical-json.js';
import { digest } from './digest.js';

const schemaHashes = new WeakMap<z.ZodType, string>();

/** Hash of a reply schema as JSON Schema, cached for each schema object. */
export function schemaHash(schema: z.ZodType): string {
  let hash = schemaHashes.get(schema);
  if (hash === undefined) {
    hash = digest(canonicalJson(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })));
    schemaHashes.set(schema, hash);
  }
  return hash;
}

/**
 * Hash of everything in a request that shapes its answer: model, texts of message parts, reply schema, shape, sampling and extra
 * body. Seed, label, limits, place in the queue and signals do not count.
 * @param partHashes digests of the texts of all message parts, in order
 */
export function requestHash(model: LanguageModel, request: GenerateRequest, partHashes: readonly string[]): string {
  const { seed: _seed, ...sampling } = request.sampling ?? {};
  return digest(
    canonicalJson([
      model.provider,
      model.modelId,
      model.baseUrl ?? null,
      request.messages.map((message) => [message.role, message.parts.length]),
      partHashes,
      request.schema ? schemaHash(request.schema) : null,
      sampling,
      request.providerOptions?.body ?? null,
      ...(request.shape === undefined || request.shape === 'native' ? [] : [request.shape]),
    ]),
  );
}
