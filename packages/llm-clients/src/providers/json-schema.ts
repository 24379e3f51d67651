import { z } from 'zod';
import type { Message } from '../language-model.js';
import { type JsonSchema, SCHEMA_INSTRUCTION_START } from '../offline/schema-instruction.js';

export type { JsonSchema };

const jsonSchemas = new WeakMap<z.ZodType, JsonSchema>();
const instructions = new WeakMap<z.ZodType, string>();

/**
 * Converts `schema` to the JSON schema of the replies it accepts, once per schema object. Checks that JSON schema cannot express
 * are left out.
 */
export function toJsonSchema(schema: z.ZodType): JsonSchema {
  let converted = jsonSchemas.get(schema);
  if (!converted) {
    const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
    // zod hangs a non-enumerable copy of its own on the result: plain data only.
    converted = JSON.parse(JSON.stringify(rest)) as JsonSchema;
    jsonSchemas.set(schema, converted);
  }
  return converted;
}

/** The words that ask for a shape where the wire has no place for it. Stable, so that prompts stay cacheable and comparable. */
export function schemaInstruction(schema: z.ZodType): string {
  let instruction = instructions.get(schema);
  if (instruction === undefined) {
    instruction =
      `${SCHEMA_INSTRUCTION_START} and nothing else: no explanation before or after it, no code fence. ` +
      `It must be valid JSON and conform to this JSON schema:\n${JSON.stringify(toJsonSchema(schema))}`;
    instructions.set(schema, instruction);
  }
  return instruction;
}

/**
 * Adds the schema's instruction to the messages, as the last part of the last user message, or as a message of its own if there
 * is none.
 */
export function withSchemaInstruction(messages: readonly Message[], schema: z.ZodType): readonly Message[] {
  const part = { kind: 'tail', text: schemaInstruction(schema) } as const;
  const index = messages.findLastIndex((message) => message.role === 'user');
  const last = messages[index];
  if (!last) return [...messages, { role: 'user', parts: [part] }];
  return messages.with(index, { role: last.role, parts: [...last.parts, part] });
}
