import { nearestName, suggestName } from '@entente/studies/settings';
import { z } from 'zod';
import { type Entry, gather, type MaterialFault, type Outcome, partOf } from './material-fault.js';

/** Checks an entry against a schema. Every wrong key and value is a fault, with the nearest right one. */
export function checkShape<Value>(schema: z.ZodType<Value>, entry: Entry): Outcome<Entry<Value>> {
  const parsed = schema.safeParse(entry.value);
  if (parsed.success) return { values: [{ ...entry, value: parsed.data }], faults: [] };
  const { issues } = parsed.error;
  // A misspelt key is also missing under its right name, but the misspelling is the better explanation.
  const misspelt = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
  const told = issues.filter((issue) => {
    const missing = isMissing(issue, entry.value) ? String(issue.path.at(-1)) : undefined;
    return missing === undefined || !misspelt.some((key) => nearestName(key, [missing]) !== undefined);
  });
  return { values: [], faults: told.flatMap((issue) => faultsOf(issue, schema, entry)) };
}

/** Checks each item of a list that stands under a key of an entry. */
export function checkItems<Value>(
  schema: z.ZodType<Value>,
  entry: Entry,
  key: string,
  items: readonly unknown[],
): Outcome<Entry<Value>> {
  return gather([...items.entries()], ([index, item]) => checkShape(schema, partOf(entry, [key, index], item)));
}

function faultsOf(issue: z.core.$ZodIssue, schema: z.ZodType, entry: Entry): readonly MaterialFault[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      entry.fault(
        [...issue.path, key],
        `unknown key "${key}"${placeOf(issue.path)}; ${suggestName(key, keysAt(schema, issue.path))}`,
      ),
    );
  // Of the members of a union, the one that the value is shaped like explains it best.
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.find(
      ([first]) => first !== undefined && first.path.length + (first.code === 'unrecognized_keys' ? 1 : 0) > 0,
    );
    if (inner) return inner.flatMap((each) => faultsOf({ ...each, path: [...issue.path, ...each.path] }, schema, entry));
  }
  const written = valueAt(entry.value, issue.path);
  const name = issue.path.map(String).join('.');
  if (written === undefined) return [entry.fault(issue.path, `${name} is missing: ${issue.message}`)];
  if (issue.code === 'invalid_value' && typeof written === 'string')
    return [entry.fault(issue.path, `${name} cannot be "${written}"; ${suggestName(written, issue.values.map(String))}`)];
  return [entry.fault(issue.path, name === '' ? issue.message : `${name}: ${issue.message}`)];
}

function isMissing({ code, path }: z.core.$ZodIssue, value: unknown): boolean {
  return code !== 'unrecognized_keys' && path.length > 0 && valueAt(value, path) === undefined;
}

function placeOf(path: readonly PropertyKey[]): string {
  return path.length === 0 ? '' : ` in ${path.map(String).join('.')}`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  );
}

/** Keys that the object at a path of a schema has. */
function keysAt(schema: unknown, path: readonly PropertyKey[]): readonly string[] {
  const inner = unwrapped(schema);
  const [key, ...rest] = path;
  if (inner instanceof z.ZodUnion) return [...new Set(inner.options.flatMap((option) => keysAt(option, path)))];
  if (inner instanceof z.ZodArray) return keysAt(inner.element, rest);
  if (!(inner instanceof z.ZodObject)) return [];
  const shape = inner.shape as Readonly<Record<string, unknown>>;
  return key === undefined ? Object.keys(shape) : keysAt(shape[String(key)], rest);
}

function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodExactOptional || schema instanceof z.ZodOptional ? unwrapped(schema.unwrap()) : schema;
}
