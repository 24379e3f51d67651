import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toJsonSchema } from './json-schema.js';
import { toStrictSchema } from './strict-schema.js';

const strict = (schema: z.ZodType) => toStrictSchema(toJsonSchema(schema), 'nullable');
const closed = (schema: z.ZodType) => toStrictSchema(toJsonSchema(schema), 'kept');

describe('a strict schema', () => {
  it('closes every object and requires every property, optional ones as nullable', () => {
    const schema = z.object({
      kept: z.string().describe('What it is.'),
      maybe: z.int().optional().describe('If any.'),
      either: z.enum(['a', 'b']).nullable(),
      defaulted: z.boolean().default(true),
      nested: z.array(z.object({ deep: z.literal('x').optional() })),
    });
    expect(strict(schema)).toEqual({
      type: 'object',
      properties: {
        kept: { type: 'string', description: 'What it is.' },
        maybe: { description: 'If any.', anyOf: [{ type: 'integer' }, { type: 'null' }] },
        either: { anyOf: [{ type: 'string', enum: ['a', 'b'] }, { type: 'null' }] },
        defaulted: { anyOf: [{ type: 'boolean' }, { type: 'null' }] },
        nested: {
          type: 'array',
          items: {
            type: 'object',
            properties: { deep: { anyOf: [{ type: 'string', const: 'x' }, { type: 'null' }] } },
            required: ['deep'],
            additionalProperties: false,
          },
        },
      },
      required: ['kept', 'maybe', 'either', 'defaulted', 'nested'],
      additionalProperties: false,
    });
  });

  it('leaves optional properties optional where the wire takes them', () => {
    expect(closed(z.object({ a: z.string(), b: z.string().optional() }))).toMatchObject({
      required: ['a'],
      additionalProperties: false,
    });
  });

  it('describes in words the constraints that constrained decoding does not support', () => {
    expect(
      strict(z.object({ name: z.string().min(1).max(20).describe('A name.'), mail: z.email(), link: z.url() })),
    ).toMatchObject({
      properties: {
        name: { type: 'string', description: 'A name. (minLength: 1, maxLength: 20)' },
        mail: { type: 'string', format: 'email' },
        link: { type: 'string' },
      },
    });
    const text = JSON.stringify(strict(z.object({ mail: z.email(), link: z.url(), past: z.string().regex(/^(?!x)/) })));
    expect(text).not.toMatch(/"pattern"|"uri"/);
  });

  it('keeps bounds, but not those of every safe integer', () => {
    expect(strict(z.object({ score: z.int().min(0).max(10), count: z.int() }))).toMatchObject({
      properties: { score: { minimum: 0, maximum: 10 }, count: { type: 'integer' } },
    });
    expect(JSON.stringify(strict(z.object({ count: z.int() })))).not.toContain('9007199254740991');
  });

  it('offers the branches of a union, and recursion by reference', () => {
    const shape = z.object({
      does: z.discriminatedUnion('is', [z.object({ is: z.literal('go') }), z.object({ is: z.literal('stay') })]),
    });
    expect(strict(shape)).toMatchObject({
      properties: { does: { anyOf: [{ additionalProperties: false }, { additionalProperties: false }] } },
    });
    expect(JSON.stringify(strict(shape))).not.toContain('oneOf');

    interface Tree {
      name: string;
      children: Tree[];
    }
    const tree: z.ZodType<Tree> = z.object({
      name: z.string(),
      get children() {
        return z.array(tree);
      },
    });
    expect(strict(tree)).toMatchObject({ properties: { children: { items: { $ref: '#' } } } });
    const grove = strict(z.object({ first: tree, second: tree.optional() }));
    expect(grove).toMatchObject({ properties: { second: { anyOf: [{ $ref: expect.any(String) }, { type: 'null' }] } } });
    expect(Object.values(grove?.$defs ?? {})).toMatchObject([{ additionalProperties: false }]);
  });

  it.each([
    ['a record', z.object({ byName: z.record(z.string(), z.number()) })],
    ['a tuple', z.object({ pair: z.tuple([z.string(), z.number()]) })],
    ['an intersection', z.object({ both: z.intersection(z.string(), z.string().min(2)) })],
    ['anything', z.object({ any: z.any() })],
    ['a root that is a list', z.array(z.string())],
    ['a root that is a union', z.union([z.object({ a: z.string() }), z.object({ b: z.string() })])],
  ])('is not made of %s', (_name, schema) => {
    expect(strict(schema)).toBeUndefined();
  });
});
