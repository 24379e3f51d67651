import type { ModelDefaults } from '../language-model.js';

interface Identity {
  readonly provider: string;
  readonly modelId: string;
  readonly baseUrl?: string;
  readonly defaults?: ModelDefaults;
}

/** What a wrapped model keeps of the one inside: whose answers these are does not change on the way. */
export function identityOf({ provider, modelId, baseUrl, defaults }: Identity): Identity {
  return { provider, modelId, ...(baseUrl !== undefined && { baseUrl }), ...(defaults !== undefined && { defaults }) };
}
