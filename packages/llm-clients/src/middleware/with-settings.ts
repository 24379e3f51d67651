import type { ModelSettings } from '../config/client-config.js';
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

function mergeOptions(under: ProviderOptions | undefined, over: ProviderOptions | undefined): ProviderOptions | undefined {
  if (!under || !over) return over ?? under;
  return { body: { ...under.body, ...over.body }, headers: { ...under.headers, ...over.headers } };
}
