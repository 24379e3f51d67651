import type { JournalEntry } from './entry.js';

/**
 * Addresses of models that have moved since their run began: the base URL by the model as it is in the header of the run,
 * `{"llamacpp:tiny@http://127.0.0.1:8080/v1": "http://127.0.0.1:9090/v1"}`. The run's identity, the hashes of its requests and
 * its answers keep the address on record. Never with a key.
 */
export type Addresses = Readonly<Record<string, string>>;

/** The same for one model on record: `provider:model@baseUrl`. Undefined for a model that has no address. */
export function addressKey({
  provider,
  modelId,
  baseUrl,
}: {
  readonly provider: string;
  readonly modelId: string;
  readonly baseUrl?: string | null | undefined;
}): string | undefined {
  return baseUrl === undefined || baseUrl === null ? undefined : `${provider}:${modelId}@${baseUrl}`;
}

/** All addresses in force from an entry on; undefined if the entry does not change them. */
export function addressesSince(entry: JournalEntry): Addresses | undefined {
  switch (entry.type) {
    case 'run-forked':
    case 'run-resumed':
    case 'step-ended':
    case 'run-ended':
      return entry.addresses;
    default:
      return undefined;
  }
}
