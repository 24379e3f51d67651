import type { ModelSpec } from '@entente/llm-clients/contract';
import { type Addresses, addressKey } from '@entente/simulation-core';
import type { ModelSource } from './model-source.js';

/** The same models, asked where they have moved to. To programs they stay the models on record, at the address on record. */
export function movedModels(models: ModelSource, addresses: Addresses = {}): ModelSource {
  const moved = (spec: ModelSpec): ModelSpec => ({ ...spec, baseUrl: addressNow(spec, addresses) });
  const onRecord = ({ baseUrl }: ModelSpec): { readonly baseUrl?: string } => (baseUrl === null ? {} : { baseUrl });
  const stays = (spec: ModelSpec): boolean => addressNow(spec, addresses) === spec.baseUrl;
  return {
    languageModel: (spec) => {
      if (stays(spec)) return models.languageModel(spec);
      const model = models.languageModel(moved(spec));
      const { provider, modelId, defaults } = model;
      return {
        provider,
        modelId,
        ...onRecord(spec),
        defaults,
        generate: (request) => model.generate(request),
      };
    },
    embeddingModel: (spec) => {
      if (stays(spec)) return models.embeddingModel(spec);
      const model = models.embeddingModel(moved(spec));
      const { provider, modelId } = model;
      return { provider, modelId, ...onRecord(spec), embed: (texts, options) => model.embed(texts, options) };
    },
  };
}

/** Current address of a model on record; null for one that has no address. */
export function addressNow(spec: Pick<ModelSpec, 'provider' | 'modelId' | 'baseUrl'>, addresses: Addresses): string | null {
  const key = addressKey(spec);
  return key === undefined ? null : (addresses[key] ?? spec.baseUrl);
}

/** The moves among these models, each told once: `llamacpp:tiny has moved from http://... to http://...`. */
export function describeMoves(specs: readonly ModelSpec[], addresses: Addresses): readonly string[] {
  const told = specs.flatMap((spec) => {
    const now = addressNow(spec, addresses);
    return now === spec.baseUrl ? [] : [`${spec.provider}:${spec.modelId} has moved from ${spec.baseUrl} to ${now}`];
  });
  return [...new Set(told)];
}
