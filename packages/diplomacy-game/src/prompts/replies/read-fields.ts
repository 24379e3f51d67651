type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Finds the fields of an object under any of the names that models use, in any case: `{goals: ['goals', 'updated_goals']}` finds `"Updated
 * Goals"` as `goals`. Looks through one superfluous wrapper.
 * @returns `undefined` if none of the names occurs
 */
export function readFields<Name extends string>(
  value: unknown,
  names: Readonly<Record<Name, readonly string[]>>,
): Partial<Record<Name, unknown>> | undefined {
  const said = readAll(value, names);
  if (!said) return undefined;
  const found: Partial<Record<Name, unknown>> = {};
  for (const name of Object.keys(said) as Name[]) {
    const values = said[name] ?? [];
    found[name] = values.find((item) => !isEmpty(item)) ?? values[0];
  }
  return found;
}

/** Finds all fields of an object under each of the names: the distinct values, in the order of the names. */
export function readAll<Name extends string>(
  value: unknown,
  names: Readonly<Record<Name, readonly string[]>>,
): Partial<Record<Name, readonly unknown[]>> | undefined {
  if (!isFields(value)) return undefined;
  const entries = Object.entries(value).map(([key, item]) => [plainName(key), item] as const);
  const found: Partial<Record<Name, readonly unknown[]>> = {};
  for (const name of Object.keys(names) as Name[]) {
    const values = names[name]
      .map(plainName)
      .flatMap((key) => entries.flatMap(([known, item]) => (known === key && item !== null ? [item] : [])));
    if (values.length > 0) found[name] = different(values);
  }
  if (Object.keys(found).length > 0) return found;
  const only = Object.values(value);
  return only.length === 1 ? readAll(only[0], names) : undefined;
}

/** Returns the other fields of the object in which `readFields` finds its names. */
export function readRest(value: unknown, names: Readonly<Record<string, readonly string[]>>): Fields {
  if (!isFields(value)) return {};
  const known = new Set(Object.values(names).flat().map(plainName));
  const entries = Object.entries(value);
  const rest = entries.filter(([key]) => !known.has(plainName(key)));
  if (rest.length < entries.length) return Object.fromEntries(rest);
  const only = Object.values(value);
  return only.length === 1 && readAll(only[0], names) ? readRest(only[0], names) : value;
}

/** A name without case, digits and marks. */
export const plainName = (key: string): string => key.toLowerCase().replaceAll(/[^a-z]/g, '');

/** Whether a value is nothing, or an empty text, list or object. */
export function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0);
}

const different = (values: readonly unknown[]): readonly unknown[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];

/** Reads a text; lists become lines. `undefined` if a part of it is no text. */
export function readText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return String(value);
  if (!Array.isArray(value)) return undefined;
  const lines = value.filter((item) => item !== null).map(readText);
  return lines.includes(undefined) ? undefined : lines.join('\n');
}

/** Joins the texts found under several names, one a line. `undefined` if one of them is no text. */
export function readTexts(values: readonly unknown[] | undefined): string | undefined {
  return values && readText(values.filter((value) => !isEmpty(value)));
}

const THOUGHTS = new Set(
  [
    'reasoning',
    'reason',
    'thoughts',
    'thought',
    'thinking',
    'rationale',
    'explanation',
    'analysis',
    'plan',
    'strategy',
    'notes',
    'note',
  ].map(plainName),
);

/** Whether a field of that name holds reasons only, and nothing to be done. */
export const isThought = (name: string): boolean => THOUGHTS.has(plainName(name));
