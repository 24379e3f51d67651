import { StudiesError } from '../errors.js';
import type { Measured } from './measured.js';

/**
 * The values that are there, ascending, so that whatever is computed from them does not depend on the order in which runs finished.
 * @throws StudiesError naming the first value that is neither finite nor null.
 */
export function presentValues(values: readonly Measured[]): readonly number[] {
  const present: number[] = [];
  for (const [index, value] of values.entries()) {
    if (value === null) continue;
    if (!Number.isFinite(value)) throw new StudiesError(`Value ${index} is ${value}; give a finite number, or null for missing.`);
    present.push(value + 0); // -0 becomes 0, which JSON would make of it anyway
  }
  return present.sort((one, other) => one - other);
}
