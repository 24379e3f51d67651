import type { EmbeddingModel } from './embedding-model.js';
import type { LanguageModel } from './language-model.js';

/**
 * Says which model this is as plain JSON, for the identity of what is made with it: two models that may answer otherwise are described
 * otherwise, by provider, name, address, or what is laid under their requests.
 */
export function describeModel(model: LanguageModel | EmbeddingModel) {
  const { provider, modelId, baseUrl = null } = model;
  const defaults = 'defaults' in model && model.defaults !== undefined ? model.defaults : null;
  return { provider, modelId, baseUrl, defaults: JSON.parse(JSON.stringify(defaults)) as null | Record<string, never> };
}
