import type { Relationship } from '../state/index.js';
import { RELATIONSHIPS } from '../state/index.js';

/** The label some steps nearer to `Ally`, or with a negative number nearer to `Enemy`. */
export function stepRelationship(from: Relationship, steps: number): Relationship {
  const to = RELATIONSHIPS.indexOf(from) + steps;
  return RELATIONSHIPS[Math.min(RELATIONSHIPS.length - 1, Math.max(0, to))] ?? from;
}
