import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Message } from '../language-model.js';
import { splitSchemaInstruction } from '../offline/schema-instruction.js';
import { schemaInstruction, toJsonSchema, withSchemaInstruction } from './json-schema.js';

const schema = z.object({ score: z.number().default(5), note: z.string().transform((text) => text.length) });

describe('the JSON schema of a reply', () => {
  it('describes what is to be written, before defaults and transforms, as plain data', () => {
    expect(toJsonSchema(schema)).toEqual({
      type: 'object',
      properties: { score: { type: 'number', default: 5 }, note: { type: 'string' } },
      required: ['note'],
    });
    expect(Reflect.ownKeys(toJsonSchema(schema))).toEqual(['type', 'properties', 'required']);
  });

  it('is converted once for each schema object', () => {
    expect(toJsonSchema(schema)).toBe(toJsonSchema(schema));
  });
});

describe('the instruction that stands in for a schema', () => {
  it('ends the last user message, after whatever else it holds, and can be cut off again', () => {
    const messages: readonly Message[] = [
      { role: 'user', parts: [{ kind: 'history', text: 'First.' }] },
      { role: 'user', parts: [{ kind: 'tail', text: 'Then?' }] },
      { role: 'assistant', parts: [{ kind: 'tail', text: 'So.' }] },
    ];
    const instructed = withSchemaInstruction(messages, schema);
    expect(instructed[0]).toBe(messages[0]);
    expect(instructed[2]).toBe(messages[2]);
    expect(instructed[1]?.parts).toEqual([
      { kind: 'tail', text: 'Then?' },
      { kind: 'tail', text: schemaInstruction(schema) },
    ]);
    expect(splitSchemaInstruction(`Then?\n\n${schemaInstruction(schema)}`)).toEqual({
      text: 'Then?',
      schema: toJsonSchema(schema),
    });
  });

  it('is a message of its own where nobody has asked yet', () => {
    expect(withSchemaInstruction([{ role: 'system', parts: [{ kind: 'stable', text: 'Rules.' }] }], schema)[1]).toMatchObject({
      role: 'user',
    });
  });

  it('mentions JSON, which JSON modes insist on, and stays as it is', () => {
    expect(schemaInstruction(z.object({ a: z.string() }))).toMatchInlineSnapshot(`
      "Reply with one JSON value and nothing else: no explanation before or after it, no code fence. It must be valid JSON and conform to this JSON schema:
      {"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}"
    `);
  });
});
