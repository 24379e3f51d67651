import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { schemaInstance } from './schema-instance.js';
import type { JsonSchema } from './schema-instruction.js';
import { seededRandom } from './seeded-random.js';

const node: z.ZodType = z.lazy(() =>
  z.object({ label: z.string().min(1), children: z.array(node).max(3), parent: z.union([node, z.null()]) }),
);

const schemas: Readonly<Record<string, z.ZodType>> = {
  'an object with enums, bounds and optional properties': z.object({
    actor: z.enum(['A', 'B']),
    score: z.number().min(0).max(10),
    share: z.number().gt(0).lt(1),
    count: z.int().min(3).max(5),
    even: z.number().multipleOf(2).min(1).max(9),
    free: z.int(),
    note: z.string().min(30).max(60).optional(),
    sure: z.boolean(),
    nothing: z.null(),
    always: z.literal('yes'),
  }),
  'arrays of bounded length': z.object({ orders: z.array(z.string()).min(2).max(3), pair: z.tuple([z.int(), z.string()]) }),
  'unions, by shape and by tag': z.union([
    z.string(),
    z.discriminatedUnion('kind', [z.object({ kind: z.literal('move'), to: z.string() }), z.object({ kind: z.literal('hold') })]),
  ]),
  intersections: z.intersection(z.object({ a: z.string() }), z.object({ b: z.number() })),
  'nullable and defaulted properties': z.object({ a: z.string().nullable(), b: z.number().default(3) }),
  'records over a list of names': z.record(z.enum(['joy', 'fear']), z.number().min(0).max(1)),
  'open records': z.record(z.string(), z.int()),
  'common formats': z.object({ mail: z.email(), link: z.url(), id: z.uuid(), day: z.iso.date(), at: z.iso.datetime() }),
  'a tree that refers to itself': node,
  'a number alone': z.number().min(2).max(2.001),
};

test.each(Object.entries(schemas))('a generic value conforms to %s', (_, schema) => {
  const jsonSchema = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const result = schema.safeParse(schemaInstance(jsonSchema, seededRandom(seed)));
      expect(result.error?.message).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});

test('generic values vary with the seed and repeat with it', () => {
  const jsonSchema = z.toJSONSchema(z.object({ reason: z.string() })) as JsonSchema;
  const reasons = Array.from({ length: 20 }, (_, seed) => JSON.stringify(schemaInstance(jsonSchema, seededRandom(String(seed)))));
  expect(new Set(reasons).size).toBeGreaterThan(10);
  expect(JSON.stringify(schemaInstance(jsonSchema, seededRandom('7')))).toBe(reasons[7]);
});
