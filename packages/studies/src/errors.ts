import { TypedError } from './typed-error.js';

/** What every error of this package is: a sample or an option that makes no sense. Samples that are merely too small are answered, not thrown. */
export class StudiesError extends TypedError {
  static override readonly errorName: string = 'studies/StudiesError';
}
