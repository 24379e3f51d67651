import { idOf } from '../schemas/field-schemas.js';
import type { Entry } from './material-fault.js';

/**
 * Ids and names that stand anywhere in entries, also in those with faults, so that no reference to an entry with a fault is told as a fault
 * of its own.
 */
export function writtenIds(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(entries.flatMap(({ value }) => idsIn(value)));
}

function idsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (typeof inner !== 'string') return idsIn(inner);
    return key === 'id' ? [inner] : key === 'name' ? [inner, idOf(inner)] : [];
  });
}
