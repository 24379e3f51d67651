import { expect, test } from 'vitest';
import { checkAnthropicSchema, checkStrictSchema } from './check-schema.js';

const closed = (properties: object, required = Object.keys(properties)): Record<string, unknown> => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

test.each<[string, Record<string, unknown>, RegExp | undefined]>([
  ['a closed object', closed({ a: { type: 'string' }, b: { anyOf: [{ type: 'number' }, { type: 'null' }] } }), undefined],
  [
    'an optional property',
    closed({ a: { type: 'string' }, b: { type: 'number' } }, ['a']),
    /In context=\(\), 'required' is required to be supplied and to be an array including every key in properties\. Missing 'b'\./,
  ],
  [
    'an optional property of an inner object',
    closed({ list: { type: 'array', items: closed({ a: { type: 'string' } }, []) } }),
    /In context=\('properties', 'list', 'items'\), .*Missing 'a'/,
  ],
  [
    'an open object',
    { ...closed({ a: { type: 'string' } }), additionalProperties: true },
    /'additionalProperties' is required to be supplied and to be false/,
  ],
  ['a list at the root', { type: 'array', items: { type: 'string' } }, /got 'type: "array"'/],
  [
    'a keyword it does not know',
    closed({ a: { type: 'string', minLength: 1 } }),
    /In context=\('properties', 'a'\), 'minLength' is not permitted/,
  ],
])("OpenAI's strict mode on %s", (_, schema, complaint) => {
  const check = (): void => checkStrictSchema(schema, 'reply');
  if (complaint) expect(check).toThrow(complaint);
  else expect(check).not.toThrow();
});

test.each<[string, Record<string, unknown>, RegExp | undefined]>([
  ['optional properties', closed({ a: { type: 'string' } }, []), undefined],
  [
    'bounds of a number',
    closed({ a: { type: 'integer', minimum: 1, maximum: 3 } }),
    /For 'integer' type, properties minimum, maximum are not supported/,
  ],
  ['a length', closed({ a: { type: 'string', minLength: 1 } }), /For 'string' type, property 'minLength' is not supported/],
  ['a least number of items', closed({ a: { type: 'array', minItems: 2 } }), /'minItems' values other than 0 or 1/],
  ['an open object', { type: 'object', properties: {} }, /'additionalProperties' must be explicitly set to false/],
])("Anthropic's structured output on %s", (_, schema, complaint) => {
  const check = (): void => checkAnthropicSchema(schema);
  if (complaint) expect(check).toThrow(complaint);
  else expect(check).not.toThrow();
});
