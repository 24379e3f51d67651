import { withoutKeyShapes } from '@entente/llm-clients/secrets';

/** Removes everything that looks like a key from a program's words, such as an error: providers and proxies quote keys in their errors. */
export const withoutKeys = withoutKeyShapes;

/** Removes only certain keys from words of models and people, which otherwise stay as they were written. */
export { withoutKeysInWords } from '@entente/llm-clients/secrets';

/** Returns a model's id without the key behind `#`. */
export const withoutKeyOfModel = (modelId: string): string => withoutKeys(modelId.split('#', 1)[0] ?? '');

/** Maps every text in a plain value, which keeps its shape. */
export function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((entry: unknown) => mapTexts(entry, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [change(key), mapTexts(entry, change)])) as T;
}
