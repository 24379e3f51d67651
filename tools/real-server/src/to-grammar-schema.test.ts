import { expect, test } from 'vitest';
import { toGrammarSchema } from './to-grammar-schema.js';

test.each<[string, object, object]>([
  [
    'a text with lengths',
    { type: 'string', minLength: 1, maxLength: 9, description: 'x' },
    { type: 'string', minLength: 1, maxLength: 9 },
  ],
  ['whole numbers between bounds', { type: 'integer', minimum: 1, maximum: 3 }, { enum: [1, 2, 3] }],
  [
    'numbers between bounds',
    { type: 'number', minimum: 0, maximum: 10 },
    { enum: Array.from({ length: 21 }, (_, index) => index / 2) },
  ],
  [
    'any whole number, as zod writes it',
    { type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 },
    { type: 'integer' },
  ],
  ['something or nothing', { anyOf: [{ type: 'string' }, { type: 'null' }] }, { oneOf: [{ type: 'string' }, { type: 'null' }] }],
  ['two types', { type: ['boolean', 'null'] }, { oneOf: [{ type: 'boolean' }, { type: 'null' }] }],
  [
    'an object, whose every property is written',
    { type: 'object', properties: { a: { type: 'null' } }, required: [] },
    { type: 'object', properties: { a: { type: 'null' } }, additionalProperties: false },
  ],
  [
    'definitions',
    { $defs: { b: { const: 1 } }, type: 'array', items: { $ref: '#/$defs/b' }, maxItems: 2 },
    { $defs: { b: { const: 1 } }, type: 'array', items: { $ref: '#/$defs/b' }, maxItems: 2 },
  ],
])('%s has a grammar', (_, schema, expected) => {
  expect(toGrammarSchema(schema)).toEqual(expected);
});

test.each<[string, unknown, RegExp]>([
  ['a pattern', { type: 'object', properties: { a: { type: 'string', pattern: '^x' } } }, /at \.a, the keyword 'pattern'/],
  ['a record', { type: 'object', additionalProperties: { type: 'string' } }, /at the root, a schema as 'additionalProperties'/],
  ['another format', { type: 'string', format: 'email' }, /the format "email"/],
  ['a value of any shape', {}, /the type undefined/],
  ['no schema', true, /a schema is an object/],
])('%s has none, and that is said', (_, schema, message) => {
  expect(() => toGrammarSchema(schema)).toThrow(message);
});
