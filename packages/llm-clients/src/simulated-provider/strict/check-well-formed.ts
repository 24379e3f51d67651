import { isJsonSchema, type JsonSchema } from '../../offline/schema-instruction.js';
import { ApiFailure, type Vendor } from '../api-failure.js';

/**
 * Refuses bodies with half a character in a text (a lone surrogate): the services' own JSON readers do not take them.
 * @throws ApiFailure 400
 */
export function checkWellFormed(body: unknown, vendor: Vendor): void {
  if (isWellFormed(body)) return;
  throw new ApiFailure({
    status: 400,
    message:
      vendor === 'anthropic'
        ? 'The request body is not valid JSON: no low surrogate in string'
        : 'Invalid body: failed to parse JSON value. Please check the value to ensure it is valid JSON.',
  });
}

// In place of `isWellFormed` of texts, which the types of this language level do not know.
const HALF = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return !HALF.test(value);
  if (Array.isArray(value)) return value.every(isWellFormed);
  if (!isJsonSchema(value)) return true;
  return Object.entries(value).every(([name, member]) => isWellFormed(name) && isWellFormed(member));
}

/** The members of a body that are set, by name; the body itself is read by others. */
export function membersOf(body: unknown): JsonSchema {
  if (!isJsonSchema(body)) return {};
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null && value !== undefined));
}
