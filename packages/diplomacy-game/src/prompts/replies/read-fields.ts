type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What an object says under any of the names that models use for it, whatever their case: `{goals: ['goals', 'updated_goals']}` finds
 * `"Updated Goals"` as `goals`. One wrapper too many is looked through. `undefined` where none of the names occurs.
 */
export function readFields<Name extends string>(
  value: unknown,
  names: Readonly<Record<Name, readonly string[]>>,
): Partial<Record<Name, unknown>> | undefined {
  if (!isFields(value)) return undefined;
  const entries = Object.entries(value).map(([key, item]) => [plain(key), item] as const);
  const found: Partial<Record<Name, unknown>> = {};
  for (const name of Object.keys(names) as Name[]) {
    const wanted = names[name].map(plain);
    const entry = wanted.flatMap((key) => entries.filter(([known, item]) => known === key && item !== null)).at(0);
    if (entry !== undefined) found[name] = entry[1];
  }
  if (Object.keys(found).length > 0) return found;
  const only = Object.values(value);
  return only.length === 1 ? readFields(only[0], names) : undefined;
}

const plain = (key: string): string => key.toLowerCase().replaceAll(/[^a-z]/g, '');

/** Text out of what stands where text was asked for; lists become lines. */
export function readText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return String(value);
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((item: unknown) => readText(item) ?? []).join('\n');
}
