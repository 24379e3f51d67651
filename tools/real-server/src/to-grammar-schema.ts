import type { GrammarSchema } from './engine.js';

/** A schema that the engine has no grammar for. */
export class UnsupportedSchemaError extends Error {
  constructor(place: string, complaint: string) {
    super(`JSON schema conversion failed: at ${place === '' ? 'the root' : place}, ${complaint}`);
    this.name = 'UnsupportedSchemaError';
  }
}

type Schema = Readonly<Record<string, unknown>>;

// Keys that do not restrict a value's shape, or that are handled below.
const UNDERSTOOD: ReadonlySet<string> = new Set([
  '$schema',
  '$defs',
  '$ref',
  'title',
  'description',
  'default',
  'type',
  'enum',
  'const',
  'anyOf',
  'oneOf',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'minItems',
  'maxItems',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'format',
]);
const FORMATS: ReadonlySet<unknown> = new Set(['date-time', 'date', 'time']);
const MOST_CHOICES = 100;

/**
 * A JSON schema in the dialect that the engine makes grammars of. The result may be narrower than the schema, never wider: every property
 * is written, and numbers with bounds are chosen from a list.
 * @throws UnsupportedSchemaError naming what the engine could not hold a reply to
 */
export function toGrammarSchema(schema: unknown): GrammarSchema {
  if (!isSchema(schema)) throw new UnsupportedSchemaError('', 'a schema is an object');
  const definitions = isSchema(schema['$defs'])
    ? { $defs: mapEntries(schema['$defs'], (each, name) => convert(each, `$defs.${name}`)) }
    : {};
  return { ...convert(schema, ''), ...definitions };
}

function convert(schema: unknown, place: string): Schema {
  if (!isSchema(schema)) throw new UnsupportedSchemaError(place, 'a schema is an object');
  const unknown = Object.keys(schema).find((keyword) => !UNDERSTOOD.has(keyword));
  if (unknown !== undefined) throw new UnsupportedSchemaError(place, `the keyword '${unknown}' is not supported`);
  if (typeof schema['$ref'] === 'string') return { $ref: schema['$ref'] };
  if ('const' in schema) return { const: schema['const'] };
  if (Array.isArray(schema['enum'])) return { enum: schema['enum'] as unknown[] };
  const choices = schema['anyOf'] ?? schema['oneOf'];
  if (Array.isArray(choices)) return { oneOf: choices.map((choice, index) => convert(choice, `${place}.anyOf[${index}]`)) };
  const { type } = schema;
  if (Array.isArray(type)) return { oneOf: type.map((each: unknown) => convert({ ...schema, type: each }, place)) };
  switch (type) {
    case 'object':
      return convertObject(schema, place);
    case 'array':
      if (schema['items'] === undefined) throw new UnsupportedSchemaError(place, 'a list needs items of a known shape');
      return { type, items: convert(schema['items'], `${place}[]`), ...pick(schema, 'minItems', 'maxItems') };
    case 'string':
      if (schema['format'] === undefined) return { type, ...pick(schema, 'minLength', 'maxLength') };
      if (!FORMATS.has(schema['format']))
        throw new UnsupportedSchemaError(place, `the format ${JSON.stringify(schema['format'])} is not supported`);
      return { type, format: schema['format'] };
    case 'integer':
    case 'number':
      return numberBetween(type, bound(schema['minimum']), bound(schema['maximum']));
    case 'boolean':
    case 'null':
      return { type };
    default:
      throw new UnsupportedSchemaError(place, `the type ${JSON.stringify(type)} is not supported`);
  }
}

function convertObject(schema: Schema, place: string): Schema {
  const { properties, additionalProperties } = schema;
  if (isSchema(additionalProperties))
    throw new UnsupportedSchemaError(place, "a schema as 'additionalProperties' is not supported");
  if (!isSchema(properties)) throw new UnsupportedSchemaError(place, 'an object needs properties');
  return {
    type: 'object',
    properties: mapEntries(properties, (property, name) => convert(property, `${place}.${name}`)),
    additionalProperties: false,
  };
}

function numberBetween(type: 'integer' | 'number', minimum: number | undefined, maximum: number | undefined): Schema {
  if (minimum === undefined && maximum === undefined) return { type };
  const step = type === 'integer' || minimum === undefined || maximum === undefined ? 1 : (maximum - minimum) / 20;
  const first = minimum ?? (maximum ?? 0) - MOST_CHOICES + 1;
  const last = Math.min(maximum ?? Infinity, first + (MOST_CHOICES - 1) * step);
  const count = Math.floor((last - first) / step + 1e-9) + 1;
  return { enum: Array.from({ length: count }, (_, index) => Number((first + index * step).toFixed(6))) };
}

// The safe integers, as a bound, say nothing.
function bound(value: unknown): number | undefined {
  return typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : undefined;
}

function pick(schema: Schema, ...keywords: readonly string[]): Schema {
  return Object.fromEntries(keywords.flatMap((keyword) => (schema[keyword] === undefined ? [] : [[keyword, schema[keyword]]])));
}

function mapEntries(record: Schema, map: (value: unknown, name: string) => unknown): Schema {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value, name)]));
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
