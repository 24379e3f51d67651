import { withoutKeyShapes } from '@entente/llm-clients/secrets';

/** What a program said, as an error or a setting, with whatever looks like a key taken out: providers and proxies quote them in their errors. */
export const withoutKeys = withoutKeyShapes;

/** What a model or a person wrote, with nothing taken out but what can only be a key: it is to stand there as it was written. */
export { withoutKeysInWords } from '@entente/llm-clients/secrets';

/** A model's id as artefacts name it: what stands behind a `#` is a key, and stays behind. */
export const withoutKeyOfModel = (modelId: string): string => withoutKeys(modelId.split('#', 1)[0] ?? '');

/** A plain value with every text in it changed, each by itself, so that the value keeps its shape. */
export function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((entry: unknown) => mapTexts(entry, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [change(key), mapTexts(entry, change)])) as T;
}
