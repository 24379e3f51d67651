import { parseStrictly } from './parse-strictly.js';

const NAMES_OF_CONTENTS = [
  'arguments',
  'parameters',
  'input',
  'args',
  'function',
  'properties',
  'tool_calls',
  'content',
  'value',
];
const BESIDE_CONTENTS = new Set([
  'name',
  'tool',
  'tool_name',
  'function_name',
  'id',
  'call_id',
  'type',
  'index',
  '$schema',
  'title',
  'description',
  'required',
  'additionalProperties',
]);
const JSON_TYPES = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object', 'null']);

/**
 * What may be meant by a value with a wrapper around it: `[{...}]` for the object, `{"answer": {...}}` for what stands in its
 * one field, a tool call for its arguments, a schema that was sent back with values in its `properties`.
 */
export function unwrapValue(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const contents: readonly unknown[] = Object.values(value);
  if (contents.length === 1) return isDescription(value) ? [] : contents;
  if (Array.isArray(value)) return [];
  const [name, ...others] = NAMES_OF_CONTENTS.filter((key) => Object.hasOwn(value, key));
  if (name === undefined || others.length > 0) return [];
  if (!Object.keys(value).every((key) => key === name || BESIDE_CONTENTS.has(key))) return [];
  const content = (value as Readonly<Record<string, unknown>>)[name];
  if (isDescription({ [name]: content })) return [];
  // Arguments of a tool call come as a text.
  const written = typeof content === 'string' && /^\s*[{[]/.test(content) ? parseStrictly(content) : undefined;
  return written ? [written.value] : [content];
}

/** `{"properties": {"mood": {"type": "string"}}}` describes a value and says none. */
function isDescription(value: object): boolean {
  const properties: unknown = 'properties' in value ? value.properties : undefined;
  if (typeof properties !== 'object' || properties === null) return false;
  return Object.values(properties).some(
    (field: unknown) =>
      typeof field === 'object' &&
      field !== null &&
      (('type' in field && typeof field.type === 'string' && JSON_TYPES.has(field.type)) || 'anyOf' in field || '$ref' in field),
  );
}
