import type { ModelDefaults } from '../language-model.js';

interface Identity {
  readonly provider: string;
  readonly modelId: string;
  readonly baseUrl?: string | undefined;
  readonly defaults?: ModelDefaults | undefined;
}

/** What a wrapped model keeps of the one inside: whose answers these are does not change on the way. */
export function identityOf({ provider, modelId, baseUrl, defaults }: Identity): Identity {
  return { provider, modelId, baseUrl, defaults };
}
