import type { JsonSchema } from './json-schema.js';
import { asRecord } from './response-failure.js';
import { withoutUndefined } from '../without-undefined.js';

/**
 * Treatment of optional properties. OpenAI's strict mode requires every property, so they become `nullable`; elsewhere they are
 * `kept` optional.
 */
export type OptionalProperties = 'nullable' | 'kept';

const FORMATS: ReadonlySet<unknown> = new Set([
  'date-time',
  'time',
  'date',
  'duration',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'uuid',
]);
const KEPT = [
  'type',
  'enum',
  'const',
  'pattern',
  'format',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
] as const;
// Constraints that constrained decoding does not support: written into the description instead, and validated when the reply is
// read.
const SAID = ['minLength', 'maxLength', 'uniqueItems'] as const;

class Unrepresentable extends Error {}

/**
 * Closes every object of the schema, as constrained decoding requires; undefined if that is impossible (records, tuples,
 * intersections, values of any shape, or a root that is not an object). Source:
 * https://platform.openai.com/docs/guides/structured-outputs#supported-schemas
 */
export function toStrictSchema(schema: JsonSchema, optionalProperties: OptionalProperties): JsonSchema | undefined {
  const known = strictSchemas[optionalProperties];
  let strict = known.get(schema);
  if (strict === undefined) {
    strict = convert(schema, optionalProperties);
    known.set(schema, strict);
  }
  return strict ?? undefined;
}

// A request asks for it every time, a schema is there once. Null: it cannot be said.
const strictSchemas: Readonly<Record<OptionalProperties, WeakMap<JsonSchema, JsonSchema | null>>> = {
  nullable: new WeakMap(),
  kept: new WeakMap(),
};

function convert(schema: JsonSchema, optionalProperties: OptionalProperties): JsonSchema | null {
  if (schema.type !== 'object') return null;
  try {
    const strict = close(schema, optionalProperties);
    const definitions = asRecord(schema.$defs);
    if (!definitions) return strict;
    return { ...strict, $defs: mapValues(definitions, (definition) => close(definition, optionalProperties)) };
  } catch (error) {
    if (error instanceof Unrepresentable) return null;
    throw error;
  }
}

function close(value: unknown, optionalProperties: OptionalProperties): JsonSchema {
  const schema = asRecord(value);
  if (!schema) throw new Unrepresentable();
  if (typeof schema.$ref === 'string') return { $ref: schema.$ref };
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(alternatives)) {
    return { ...described(schema), anyOf: alternatives.map((alternative) => close(alternative, optionalProperties)) };
  }
  if (schema.enum === undefined && schema.const === undefined && schema.type === undefined) throw new Unrepresentable();
  if (schema.type === 'object') return closeObject(schema, optionalProperties);
  const isArray = schema.type === 'array';
  if (isArray && schema.prefixItems !== undefined) throw new Unrepresentable();
  const kept = {
    ...Object.fromEntries(KEPT.flatMap((keyword) => (isTaken(keyword, schema) ? [[keyword, schema[keyword]]] : []))),
    ...described(schema),
  };
  return isArray ? { ...kept, items: close(schema.items, optionalProperties) } : kept;
}

// Formats outside the list, regular expressions with look-around and the bounds of every safe integer are left out:
// constrained decoding refuses the first two, and the last carries no information.
function isTaken(keyword: (typeof KEPT)[number], schema: JsonSchema): boolean {
  const value = schema[keyword];
  if (keyword === 'format') return FORMATS.has(value);
  if (keyword === 'pattern') return typeof value === 'string' && !FORMATS.has(schema.format) && !/\(\?[=!<]/.test(value);
  return value !== undefined && !(typeof value === 'number' && Math.abs(value) === Number.MAX_SAFE_INTEGER);
}

function closeObject(schema: JsonSchema, optionalProperties: OptionalProperties): JsonSchema {
  const properties = asRecord(schema.properties);
  // A record: closing it would leave no property at all.
  if (schema.propertyNames !== undefined || schema.patternProperties !== undefined || !properties) throw new Unrepresentable();
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  const closed = Object.entries(properties).map(([name, property]) => {
    const child = close(property, optionalProperties);
    return [name, optionalProperties === 'nullable' && !required.has(name) ? nullable(child) : child] as const;
  });
  return {
    type: 'object',
    ...described(schema),
    properties: Object.fromEntries(closed),
    required: optionalProperties === 'nullable' ? Object.keys(properties) : [...required],
    additionalProperties: false,
  };
}

function nullable(schema: JsonSchema): JsonSchema {
  if (allowsNull(schema)) return schema;
  const { description, ...rest } = schema;
  return withoutUndefined({ description, anyOf: [rest, { type: 'null' }] });
}

export function allowsNull(schema: JsonSchema): boolean {
  if (Array.isArray(schema.enum)) return schema.enum.includes(null);
  if (schema.const !== undefined) return schema.const === null;
  if (Array.isArray(schema.type)) return schema.type.includes('null');
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(alternatives)) return alternatives.some((alternative) => allowsNull(asRecord(alternative) ?? {}));
  return schema.type === undefined ? schema.$ref === undefined : schema.type === 'null';
}

function described(schema: JsonSchema): JsonSchema {
  const said = SAID.flatMap((keyword) =>
    schema[keyword] === undefined ? [] : [`${keyword}: ${JSON.stringify(schema[keyword])}`],
  );
  const description = [
    typeof schema.description === 'string' ? schema.description : '',
    said.length > 0 ? `(${said.join(', ')})` : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
  return description === '' ? {} : { description };
}

function mapValues(record: JsonSchema, map: (value: unknown) => JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}
