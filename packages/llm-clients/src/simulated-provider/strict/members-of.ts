import { isJsonSchema, type JsonSchema } from '../../offline/json-schema.js';

/** The members of a body that are set, by name; the body itself is read by others. */
export function membersOf(body: unknown): JsonSchema {
  if (!isJsonSchema(body)) return {};
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null && value !== undefined));
}
