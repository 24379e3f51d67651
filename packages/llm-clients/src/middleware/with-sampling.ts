import { identityOf, type LanguageModel, type Sampling } from '../language-model.js';
import { withoutUndefined } from '../without-undefined.js';

/**
 * A model that is asked with this sampling, laid under what each request asks for itself. Around a recorded model it is part of the
 * request that is recorded, so that other sampling makes another call.
 */
export function withSampling(model: LanguageModel, sampling: Sampling | undefined): LanguageModel {
  if (sampling === undefined || Object.values(sampling).every((value) => value === undefined)) return model;
  return {
    ...identityOf(model),
    generate: (request) =>
      model.generate({ ...request, sampling: { ...withoutUndefined(sampling), ...withoutUndefined(request.sampling ?? {}) } }),
  };
}
