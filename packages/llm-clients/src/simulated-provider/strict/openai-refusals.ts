import type { JsonSchema } from '../../offline/schema-instruction.js';
import { ApiFailure } from '../api-failure.js';

/** Refuses a request in OpenAI's words. @throws ApiFailure 400 always */
export function refuse(message: string, parameter?: string, code?: string): never {
  throw new ApiFailure({
    status: 400,
    message,
    parameter,
    code,
  });
}

export function unsupportedParameter(name: string, instead?: string): never {
  const use = instead === undefined ? '' : ` Use '${instead}' instead.`;
  return refuse(`Unsupported parameter: '${name}' is not supported with this model.${use}`, name, 'unsupported_parameter');
}

/** @throws ApiFailure 400 where a member that is set is no number, or outside its range */
export function checkRange(
  members: JsonSchema,
  name: string,
  kind: 'integer' | 'decimal',
  [least, most]: readonly [least: number, most: number],
): void {
  const value = members[name];
  if (value === undefined) return;
  if (typeof value !== 'number' || (kind === 'integer' && !Number.isInteger(value))) {
    const got = typeof value === 'number' ? 'decimal number' : typeof value;
    refuse(
      `Invalid type for '${name}': expected ${kind === 'integer' ? 'an integer' : 'a decimal'}, but got a ${got} instead.`,
      name,
      'invalid_type',
    );
  }
  if (value < least) {
    refuse(
      `Invalid '${name}': ${kind} below minimum value. Expected a value >= ${least}, but got ${value} instead.`,
      name,
      `${kind}_below_min_value`,
    );
  }
  if (value > most) {
    refuse(
      `Invalid '${name}': ${kind} above maximum value. Expected a value <= ${most}, but got ${value} instead.`,
      name,
      `${kind}_above_max_value`,
    );
  }
}
