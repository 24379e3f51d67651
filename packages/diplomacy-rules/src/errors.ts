import { TypedError } from './typed-error.js';

/** What every error of this package is; orders that are not understood or not allowed are data and never thrown. */
export class DiplomacyRulesError extends TypedError {
  static override readonly errorName: string = 'diplomacy-rules/DiplomacyRulesError';
  /** Which part of the input it is about, as in `units.FRANCE[2]` or `phases[3].state`. */
  readonly place: string;

  constructor(message: string, { place, cause }: { readonly place: string; readonly cause?: unknown }) {
    super(message, { cause });
    this.place = place;
  }
}

/** A map whose tables contradict themselves. */
export class InvalidMapError extends DiplomacyRulesError {
  static override readonly errorName: string = 'diplomacy-rules/InvalidMapError';
}

/** A position that cannot be: an unknown province, two units in one place, a unit where it cannot stand. */
export class InvalidPositionError extends DiplomacyRulesError {
  static override readonly errorName: string = 'diplomacy-rules/InvalidPositionError';
}

/** Something among the orders that is no order at all: a text that nobody has read yet, a kind that does not exist. */
export class InvalidOrdersError extends DiplomacyRulesError {
  static override readonly errorName: string = 'diplomacy-rules/InvalidOrdersError';
}

/** A file of games, positions or cases that does not have the shape it should have. */
export class InvalidFileError extends DiplomacyRulesError {
  static override readonly errorName: string = 'diplomacy-rules/InvalidFileError';
}
