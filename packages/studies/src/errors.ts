const marker = Symbol.for('entente.studies.error');

/** What every error of this package is: a sample or an option that makes no sense. Samples that are merely too small are answered, not thrown. */
export class StudiesError extends Error {
  override readonly name: string = 'StudiesError';
  readonly [marker] = true;

  /** Whether something thrown is an error of this package, also when two copies of it are installed. */
  static isInstance(value: unknown): value is StudiesError {
    return typeof value === 'object' && value !== null && marker in value;
  }
}
