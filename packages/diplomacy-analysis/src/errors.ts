import { TypedError } from '@entente/llm-clients/contract';

/** Base of the errors of this package: something cannot be read as a game. */
export class DiplomacyAnalysisError extends TypedError {
  static override readonly errorName: string = 'diplomacy-analysis/DiplomacyAnalysisError';
}
