import type { JournalEntry } from './entry.js';

/**
 * Where models are asked that have moved since their run began: the base URL by the model as it stands in the run's header,
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

/** What an entry says of addresses from there on, all of them; undefined where it leaves them as they are. */
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
