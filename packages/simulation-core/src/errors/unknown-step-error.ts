import { SimulationError } from './simulation-error.js';

/** A step was named that the run has not on record. The message names the nearest one and the steps that there are. */
export class UnknownStepError extends SimulationError {
  static override readonly errorName: string = 'simulation-core/UnknownStepError';
}
