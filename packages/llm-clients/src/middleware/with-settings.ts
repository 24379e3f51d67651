import type { ModelSettings } from '../config/client-config.js';
import type { EmbeddingModel } from '../embedding-model.js';
import type { GenerateRequest, LanguageModel, ProviderOptions } from '../language-model.js';
import { identityOf } from './identity-of.js';

/** A model with the user's settings laid under what each request asks for itself. */
export function withSettings(model: LanguageModel, settings: ModelSettings): LanguageModel {
  const { timeoutMs, deadlineMs } = settings;
  return {
    ...identityOf(model),
    generate: (request) => {
      const sampling = { ...settings.sampling, ...request.sampling } as NonNullable<GenerateRequest['sampling']>;
      const providerOptions = mergeOptions(settings.providerOptions as ProviderOptions | undefined, request.providerOptions);
      return model.generate({
        ...(timeoutMs !== undefined && { timeoutMs }),
        ...(deadlineMs !== undefined && { deadlineMs }),
        ...request,
        ...(Object.keys(sampling).length > 0 && { sampling }),
        ...(providerOptions && { providerOptions }),
      });
    },
  };
}

/** The same for vectors: only the limits of time apply to them. */
export function withEmbeddingSettings(model: EmbeddingModel, { timeoutMs, deadlineMs }: ModelSettings): EmbeddingModel {
  return {
    ...identityOf(model),
    embed: (texts, options) =>
      model.embed(texts, {
        ...(timeoutMs !== undefined && { timeoutMs }),
        ...(deadlineMs !== undefined && { deadlineMs }),
        ...options,
      }),
  };
}

function mergeOptions(under: ProviderOptions | undefined, over: ProviderOptions | undefined): ProviderOptions | undefined {
  if (!under || !over) return over ?? under;
  return { body: { ...under.body, ...over.body }, headers: { ...under.headers, ...over.headers } };
}
