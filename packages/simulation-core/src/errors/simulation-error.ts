import { TypedError } from '@entente/llm-clients/contract';

/** The base of every error this package throws. */
export class SimulationError extends TypedError {
  static override readonly errorName: string = 'simulation-core/SimulationError';
}
