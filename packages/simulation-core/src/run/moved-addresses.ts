import { SimulationError } from '../errors/simulation-error.js';
import type { Addresses } from '../journal/addresses.js';

/**
 * Addresses of the models of a run from now on. Models that had moved must be given too.
 * @throws SimulationError if a model that has moved is left out, as the program would ask it at its first address
 */
export function movedAddresses(runId: string, onRecord: Addresses, given: Addresses = {}): Addresses {
  const left = Object.keys(onRecord).find((model) => given[model] === undefined);
  if (left === undefined) return given;
  throw new SimulationError(
    `${runId}: ${left} has moved to ${onRecord[left]}; let the program ask it there and say so with addresses, or name another address there`,
  );
}

/** Whether both give the same models the same addresses. */
export function areSameAddresses(one: Addresses, other: Addresses): boolean {
  const models = Object.keys(one);
  return models.length === Object.keys(other).length && models.every((model) => one[model] === other[model]);
}
