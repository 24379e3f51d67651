/** How the text begins that a client appends to the last user message where the wire has no place for a schema. */
export const SCHEMA_INSTRUCTION_START = 'Reply with one JSON value';

/** Cuts an appended schema instruction off a message, and reads the schema out of it. */
export function splitSchemaInstruction(text: string): { readonly text: string; readonly schema?: JsonSchema | undefined } {
  const at = text.startsWith(SCHEMA_INSTRUCTION_START) ? 0 : text.lastIndexOf(`\n\n${SCHEMA_INSTRUCTION_START}`);
  if (at < 0) return { text };
  const schema = parseSchema(text.slice(at));
  return { text: text.slice(0, at), schema };
}

function parseSchema(instruction: string): JsonSchema | undefined {
  try {
    const value: unknown = JSON.parse(instruction.slice(instruction.indexOf('{'), instruction.lastIndexOf('}') + 1));
    return isJsonSchema(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A JSON schema from a wire, as unchecked data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export function isJsonSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
