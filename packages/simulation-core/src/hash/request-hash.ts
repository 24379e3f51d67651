import type { GenerateRequest, LanguageModel } from '@entente/llm-clients';
import { z } from 'zod';
import { canonicalJson } from './canonical-json.js';
import { digest } from './digest.js';

const schemaHashes = new WeakMap<z.ZodType, string>();

/** The hash of a reply schema as JSON schema, cached per schema object. */
export function schemaHash(schema: z.ZodType): string {
  let hash = schemaHashes.get(schema);
  if (hash === undefined) {
    hash = digest(canonicalJson(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })));
    schemaHashes.set(schema, hash);
  }
  return hash;
}

/**
 * What makes two requests the same: the model, the text of every message part, the reply schema, sampling and extra
 * body. Not: seed, label, limits, queue place, signal.
 * @param partHashes the digests of the parts, in order, as `RequestParts` computed them
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
