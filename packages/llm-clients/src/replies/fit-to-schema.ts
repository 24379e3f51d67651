import type { z } from 'zod';
import { alignKeys, keySaidTwice } from './align-keys.js';
import { describeProblems, valueAt } from './describe-problems.js';
import { ABSENT, replacementsFor } from './replacements-for.js';
import { fieldsOf, fieldsWanted, isList } from './schema-shape.js';
import { answerBeside, unwrapValue } from './unwrap-value.js';

export type Fitted<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly complaint: string };

/** Checks a value unchanged except for the spelling of its keys. */
export function fitsSchema<Value>(value: unknown, schema: z.ZodType<Value> | undefined): Fitted<Value> {
  if (!schema) return { ok: true, value: value as Value };
  const twice = keySaidTwice(value, schema);
  if (twice !== undefined) return { ok: false, complaint: saidTwice(twice) };
  const parsed = schema.safeParse(alignKeys(value, schema));
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, complaint: describeProblems(parsed.error, value, schema) };
}

const saidTwice = (key: string): string => `${key}: is said twice, in different words; send it once`;

const MOST_ROUNDS = 6;
/** Maximum number of faults: a value with more was not slightly wrong. */
const MOST_ISSUES = 30_000;
const MOST_WRAPPERS = 6;

/**
 * Checks a value, and where it does not fit, tries what models commonly get slightly wrong: a number or a truth value as
 * text, null for a field that may be absent, one item where a list of them is asked for, JSON within a string, keys and
 * listed words in another case, a wrapper too many or one too few. Each change is kept only if the schema then accepts that
 * place. Values are as deep as `parseStrictly` and `parseLoosely` let them be.
 */
export function fitToSchema<Value>(value: unknown, schema: z.ZodType<Value>): Fitted<Value> {
  return fitWithin(value, schema, MOST_WRAPPERS);
}

function fitWithin<Value>(value: unknown, schema: z.ZodType<Value>, wrappers: number): Fitted<Value> {
  const twice = keySaidTwice(value, schema);
  if (twice !== undefined) return { ok: false, complaint: saidTwice(twice) };
  const aligned = alignKeys(value, schema);
  const asSent = schema.safeParse(aligned);
  if (asSent.success) return { ok: true, value: asSent.data };
  const inside = withOneList(value, schema);
  if (inside) return inside;
  let lowered: unknown = aligned;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const parsed = schema.safeParse(lowered);
    if (parsed.success) return { ok: true, value: parsed.data };
    if (parsed.error.issues.length > MOST_ISSUES) break;
    const next = lowerOnce(lowered, parsed.error.issues, schema);
    if (next === undefined) break;
    lowered = alignKeys(next.value, schema);
  }
  for (const content of wrappers > 0 ? [...unwrapValue(value), ...answerBeside(value, fieldsWanted(schema))] : []) {
    const unwrapped = fitWithin(content, schema, wrappers - 1);
    if (unwrapped.ok) return unwrapped;
  }
  return { ok: false, complaint: describeProblems(asSent.error, value, schema) };
}

/** A bare list where an object is asked for that has one field for it. */
function withOneList<Value>(value: unknown, schema: z.ZodType<Value>): Fitted<Value> | undefined {
  const fields = Array.isArray(value) ? fieldsOf(schema) : undefined;
  if (!fields) return undefined;
  const lists = Object.keys(fields).filter((key) => isList(fields[key] as z.core.$ZodType));
  const [only, another] = lists;
  if (only === undefined || another !== undefined) return undefined;
  const fitted = fitWithin({ [only]: value }, schema, 0);
  return fitted.ok ? fitted : undefined;
}

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

interface Place {
  readonly path: Path;
  readonly replacements: readonly unknown[];
}

interface Choice {
  readonly replacement: unknown;
  readonly problems: number;
}

/** One change at each place that the schema complains about. All places change together, so that long lists cost no more checks than short ones. */
function lowerOnce(value: unknown, issues: readonly Issue[], schema: z.ZodType): { readonly value: unknown } | undefined {
  const places = placesOf(value, issues);
  const root = places.find(({ path }) => path.length === 0);
  const changing = root ? [root] : places;
  const best = new Map<Place, Choice>();
  // Not by spreading: there may be more places than a call has room for arguments.
  const most = changing.reduce((longest, { replacements }) => Math.max(longest, replacements.length), 0);
  for (let each = 0; each < most; each += 1) {
    const trying = changing.filter(({ replacements }) => replacements.length > each);
    const tried = withReplaced(
      value,
      trying.map((place) => ({ path: place.path, replacement: place.replacements[each] })),
    );
    const left = countByPath(schema.safeParse(alignKeys(tried, schema)).error?.issues ?? []);
    for (const place of trying) {
      // The schema must accept the place itself; problems further inside may be repaired in the next round.
      const key = keyOf(place.path);
      const problems = left.below.get(key) ?? 0;
      if (!left.at.has(key) && problems < (best.get(place)?.problems ?? Infinity))
        best.set(place, { replacement: place.replacements[each], problems });
    }
  }
  if (best.size === 0) return undefined;
  return {
    value: withReplaced(
      value,
      [...best].map(([{ path }, { replacement }]) => ({ path, replacement })),
    ),
  };
}

/** No more than a schema of several branches gives. */
const MOST_REPLACEMENTS = 24;

function placesOf(value: unknown, issues: readonly Issue[]): readonly Place[] {
  const places = new Map<string, { path: Path; replacements: unknown[] }>();
  for (const issue of issues) {
    const key = keyOf(issue.path);
    const place = places.get(key) ?? { path: issue.path, replacements: [] };
    places.set(key, place);
    const current = valueAt(value, issue.path);
    // Unwrapping goes before wrapping: where both would do, models add wrappers rather than leave them out.
    if (issue.path.length === 0 && place.replacements.length === 0) place.replacements.push(...unwrapValue(current));
    place.replacements.push(...replacementsFor(current, issue));
  }
  return [...places.values()].map(({ path, replacements }) => ({ path, replacements: replacements.slice(0, MOST_REPLACEMENTS) }));
}

/** How many problems there are at each place, and at it or anywhere inside. */
function countByPath(issues: readonly Issue[]): {
  readonly at: ReadonlySet<string>;
  readonly below: ReadonlyMap<string, number>;
} {
  const at = new Set<string>();
  const below = new Map<string, number>();
  for (const { path } of issues) {
    at.add(keyOf(path));
    for (let length = 0; length <= path.length; length += 1) {
      const key = keyOf(path.slice(0, length));
      below.set(key, (below.get(key) ?? 0) + 1);
    }
  }
  return { at, below };
}

const keyOf = (path: Path): string => path.map((key) => `${typeof key === 'number' ? '#' : '.'}${String(key)}`).join('\0');

function withReplaced(value: unknown, changes: readonly { readonly path: Path; readonly replacement: unknown }[]): unknown {
  let copy: unknown = structuredClone(value);
  for (const { path, replacement } of changes) {
    const key = path.at(-1);
    const holder = valueAt(copy, path.slice(0, -1));
    if (key === undefined) copy = replacement;
    else if (typeof holder !== 'object' || holder === null) continue;
    else if (replacement !== ABSENT) (holder as Record<PropertyKey, unknown>)[key] = replacement;
    else if (!Array.isArray(holder)) Reflect.deleteProperty(holder, key);
  }
  return copy;
}
