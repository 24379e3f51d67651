import { SimulationError } from '../errors/simulation-error.js';
import type { Addresses } from '../journal/addresses.js';

/**
 * Where a run's models are asked from now on: those that had moved before stay there unless they move again.
 * @throws SimulationError where a model on record as moved is left out: the program would ask it where it began
 */
export function movedAddresses(runId: string, onRecord: Addresses, given: Addresses = {}): Addresses {
  const left = Object.keys(onRecord).find((model) => given[model] === undefined);
  if (left === undefined) return given;
  throw new SimulationError(
    `${runId}: ${left} has moved to ${onRecord[left]}; let the program ask it there and say so with addresses, or name another address there`,
  );
}

/** Whether both send the same models to the same places. */
export function areSameAddresses(one: Addresses, other: Addresses): boolean {
  const models = Object.keys(one);
  return models.length === Object.keys(other).length && models.every((model) => one[model] === other[model]);
}
