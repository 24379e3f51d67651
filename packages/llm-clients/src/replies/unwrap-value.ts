import { plainKey } from './align-keys.js';
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
 * Lists the possible values inside a wrapper: the object in `[{...}]`, the only field of `{"answer": {...}}`, the arguments of a
 * tool call, or the values in the `properties` of a schema that was sent back.
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

const NAMES_OF_ANSWERS = new Set(
  'answer finalanswer final response result output data json reply content value payload object arguments parameters'.split(' '),
);

/**
 * Finds the answer beside fields that were not asked for: `{"thoughts": "...", "answer": {...}}`. It must be an object under a
 * name for answers, among texts and numbers that the schema does not want.
 */
export function answerBeside(value: unknown, wanted: readonly string[] | undefined): readonly unknown[] {
  if (!wanted || typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const names = new Set(wanted.map(plainKey));
  const entries = Object.entries(value).map(([key, item]: [string, unknown]) => [plainKey(key), inText(item)] as const);
  const answers = entries.filter(([, item]) => typeof item === 'object' && item !== null);
  const [answer, another] = answers;
  if (entries.length < 2 || answer === undefined || another !== undefined || entries.some(([key]) => names.has(key))) return [];
  return NAMES_OF_ANSWERS.has(answer[0]) && Object.keys(answer[1] as object).some((key) => names.has(plainKey(key)))
    ? [answer[1]]
    : [];
}

function inText(value: unknown): unknown {
  const written = typeof value === 'string' && /^\s*\{/.test(value) ? parseStrictly(value) : undefined;
  return written ? written.value : value;
}

/** `{"properties": {"mood": {"type": "string"}}}` describes a value but contains none. */
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
