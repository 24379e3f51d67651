import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fitToSchema } from './fit-to-schema.js';

function fitted(value: unknown, schema: z.ZodType): unknown {
  const result = fitToSchema(value, schema);
  if (!result.ok) throw new Error(result.complaint);
  return result.value;
}

describe('fitToSchema', () => {
  it.each<[what: string, schema: z.ZodType, sent: unknown, taken: unknown]>([
    ['a number as text', z.object({ n: z.number() }), { n: ' 7.5 ' }, { n: 7.5 }],
    ['an integer as text', z.object({ n: z.int() }), { n: '7' }, { n: 7 }],
    ['a truth value as text', z.object({ b: z.boolean() }), { b: 'True' }, { b: true }],
    ['a number where text is asked for', z.object({ s: z.string() }), { s: 7 }, { s: '7' }],
    ['null for a field that may be absent', z.object({ a: z.string().optional(), b: z.number() }), { a: null, b: 1 }, { b: 1 }],
    ['null deep inside', z.array(z.object({ a: z.object({ b: z.string().optional() }) })), [{ a: { b: null } }], [{ a: {} }]],
    ['one item for a list', z.object({ list: z.array(z.string()) }), { list: 'x' }, { list: ['x'] }],
    ['an object in a string', z.object({ o: z.object({ a: z.number() }) }), { o: '{"a": "1"}' }, { o: { a: 1 } }],
    ['a listed word in another case', z.object({ e: z.enum(['Stay', 'Leave']) }), { e: ' leave' }, { e: 'Leave' }],
    ['a literal in another case', z.object({ e: z.literal('A') }), { e: 'a' }, { e: 'A' }],
    ['a list of one object for the object', z.object({ a: z.number() }), [{ a: 1 }], { a: 1 }],
    ['an object of one field for its content', z.array(z.number()), { orders: [1, '2'] }, [1, 2]],
    ['a number as text in a union', z.object({ n: z.union([z.number(), z.null()]) }), { n: '3' }, { n: 3 }],
    [
      'several at once',
      z.object({ n: z.number(), list: z.array(z.int()) }),
      { n: '1', list: ['1', '2', 3] },
      { n: 1, list: [1, 2, 3] },
    ],
  ])('takes %s', (_what, schema, sent, taken) => {
    expect(fitted(sent, schema)).toEqual(taken);
  });

  it.each<[what: string, schema: z.ZodType, sent: unknown]>([
    ['a missing field', z.object({ n: z.number() }), {}],
    ['null for a field that must be there', z.object({ n: z.number() }), { n: null }],
    ['a number with words', z.object({ n: z.number() }), { n: '7 of 10' }],
    ['an empty text as a number', z.object({ n: z.number() }), { n: '' }],
    ['a number as a truth value', z.object({ b: z.boolean() }), { b: 1 }],
    ['a text that must stay one', z.object({ s: z.string().max(2) }), { s: 'abc' }],
    ['a word that is listed twice but for case', z.enum(['a', 'A']).optional(), ' A '],
    ['a number out of range', z.object({ n: z.number().max(10) }), { n: '11' }],
  ])('does not bend %s', (_what, schema, sent) => {
    expect(fitToSchema(sent, schema).ok).toBe(false);
  });

  it('leaves what fits as it is', () => {
    const schema = z.object({ s: z.string(), n: z.union([z.number(), z.string()]), any: z.unknown() });
    const value = { s: '7', n: '7', any: { a: [null] } };
    expect(fitted(value, schema)).toEqual(value);
  });

  it('complains about what was sent, not about what it made of it', () => {
    const schema = z.object({ orders: z.array(z.object({ power: z.enum(['A', 'B']), units: z.number() })), note: z.string() });
    const result = fitToSchema({ orders: [{ power: 'C', units: '3' }], note: { text: 1 } }, schema);
    expect(result).toEqual({
      ok: false,
      complaint:
        'orders[0].power: expected one of A, B; got "C"\norders[0].units: expected number; got "3"\nnote: expected string; got an object',
    });
  });

  it('keeps a long complaint short', () => {
    const result = fitToSchema({ list: Array.from({ length: 30 }, () => ({})) }, z.object({ list: z.array(z.string()) }));
    expect(result.ok ? '' : result.complaint.split('\n')).toHaveLength(9);
    expect(result.ok ? '' : result.complaint).toContain('and 22 more problems');
  });
});
