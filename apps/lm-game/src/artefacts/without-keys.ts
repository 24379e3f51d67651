import { createSecretScrubber } from '@entente/llm-clients';

const scrub = createSecretScrubber(undefined);

/** A text with whatever looks like a key taken out: providers and proxies quote them in their errors. */
export const withoutKeys = (text: string): string => scrub(text);

/** A model's id as artefacts name it: what stands behind a `#` is a key, and stays behind. */
export const withoutKeyOfModel = (modelId: string): string => withoutKeys(modelId.split('#', 1)[0] ?? '');

/** The same for every text in a plain value, keys of objects included; it reads each text alone, so the value keeps its shape. */
export function withoutKeysDeep<T>(value: T): T {
  if (typeof value === 'string') return withoutKeys(value) as T;
  if (Array.isArray(value)) return value.map(withoutKeysDeep) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [withoutKeys(key), withoutKeysDeep(entry)])) as T;
}
