import { withoutKeyShapes } from '@entente/llm-clients/secrets';

/** Returns a model's id without the key behind `#`. */
export const withoutKeyOfModel = (modelId: string): string => withoutKeyShapes(modelId.split('#', 1)[0] ?? '');

/** Maps every text in a plain value, names of properties included; the value keeps its shape. */
export function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((entry: unknown) => mapTexts(entry, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [change(key), mapTexts(entry, change)])) as T;
}
