import { hash } from 'node:crypto';
import type { EmbeddingModel } from './embedding-model.js';
import type { LanguageModel, Sampling } from './language-model.js';

/** A model as plain JSON. */
export type ModelDescription = {
  readonly provider: string;
  readonly modelId: string;
  readonly baseUrl: string | null;
  readonly sampling: Readonly<Record<string, string | number>>;
  /** Hash of the further members of requests, whose content only the provider may see; null if there are none. */
  readonly body: string | null;
};

/**
 * Describes a model, for the identity of runs: two models that may answer differently get different descriptions. They differ in
 * provider, name, address, or in the settings laid under their requests.
 */
export function describeModel(model: LanguageModel | EmbeddingModel): ModelDescription {
  const { provider, modelId, baseUrl = null } = model;
  const { sampling = {}, body } = 'generate' in model ? (model.defaults ?? {}) : {};
  return {
    provider,
    modelId,
    baseUrl,
    sampling: samplingOf(sampling),
    body: body === undefined ? null : hash('sha256', JSON.stringify(sorted(body)), 'hex').slice(0, 32),
  };
}

function samplingOf(sampling: Sampling): ModelDescription['sampling'] {
  return Object.fromEntries(
    Object.entries(sampling as Readonly<Record<string, string | number | undefined>>).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    ),
  );
}

/** The same data with the members of objects in order of their names. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
