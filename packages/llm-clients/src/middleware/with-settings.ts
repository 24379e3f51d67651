import type { ModelSettings } from '../config/client-config.js';
import type { EmbeddingModel } from '../embedding-model.js';
import { identityOf, type LanguageModel, type ModelDefaults, type ProviderOptions } from '../language-model.js';
import { withoutUndefined } from '../without-undefined.js';

/** A model with the user's settings laid under what each request asks for itself. */
export function withSettings(model: LanguageModel, settings: ModelSettings): LanguageModel {
  const { timeoutMs, deadlineMs } = settings;
  const defaults = defaultsOf(model, settings);
  return {
    ...identityOf(model),
    defaults,
    generate: (request) => {
      const sampling = withoutUndefined({ ...settings.sampling, ...withoutUndefined(request.sampling ?? {}) });
      const providerOptions = mergeOptions(settings.providerOptions, request.providerOptions);
      return model.generate({
        ...request,
        timeoutMs: request.timeoutMs ?? timeoutMs,
        deadlineMs: request.deadlineMs ?? deadlineMs,
        sampling: Object.keys(sampling).length > 0 ? sampling : undefined,
        providerOptions,
      });
    },
  };
}

/** Those of the model inside, and over them the user's, as requests get them. */
function defaultsOf({ defaults }: LanguageModel, settings: ModelSettings): ModelDefaults | undefined {
  const sampling = withoutUndefined({ ...settings.sampling, ...withoutUndefined(defaults?.sampling ?? {}) });
  const body = { ...(settings.providerOptions as ProviderOptions | undefined)?.body, ...defaults?.body };
  const hasSampling = Object.keys(sampling).length > 0;
  const hasBody = Object.keys(body).length > 0;
  if (!hasSampling && !hasBody) return undefined;
  return withoutUndefined({ sampling: hasSampling ? sampling : undefined, body: hasBody ? body : undefined });
}

/** Lays the user's time limits and provider options under requests for vectors. Sampling does not apply to them. */
export function withEmbeddingSettings(model: EmbeddingModel, settings: ModelSettings): EmbeddingModel {
  const { timeoutMs, deadlineMs } = settings;
  return {
    ...identityOf(model),
    embed: (texts, options = {}) => {
      const providerOptions = mergeOptions(settings.providerOptions, options.providerOptions);
      return model.embed(texts, {
        ...options,
        timeoutMs: options.timeoutMs ?? timeoutMs,
        deadlineMs: options.deadlineMs ?? deadlineMs,
        providerOptions,
      });
    },
  };
}

function mergeOptions(under: ProviderOptions | undefined, over: ProviderOptions | undefined): ProviderOptions | undefined {
  if (!under || !over) return over ?? under;
  return { body: { ...under.body, ...over.body }, headers: { ...under.headers, ...over.headers } };
}
