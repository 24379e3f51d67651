import { TypedError } from '@entente/llm-clients/contract';

/** Base of every error that this package throws. */
export class SimulationError extends TypedError {
  static override readonly errorName: string = 'simulation-core/SimulationError';
}
