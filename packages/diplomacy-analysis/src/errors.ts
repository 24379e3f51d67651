import { TypedError } from '@entente/llm-clients/contract';

/** Base of the errors of this package: a game, or a file of one, cannot be read as such. */
export class DiplomacyAnalysisError extends TypedError {
  static override readonly errorName: string = 'diplomacy-analysis/DiplomacyAnalysisError';
}
