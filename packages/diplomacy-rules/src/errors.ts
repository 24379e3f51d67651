import { TypedError } from './typed-error.js';

/** Base of all errors of this package. Orders that are not understood or not allowed are data and are never thrown. */
export class DiplomacyRulesError extends TypedError {
  static override readonly errorName: string = 'diplomacy-rules/DiplomacyRulesError';
  /** Part of the input that it is about, as in `units.FRANCE[2]` or `phases[3].state`. */
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

/** An impossible position: an unknown province, two units in one place, a unit where it cannot stand. */
export class InvalidPositionError extends DiplomacyRulesError {
  static override readonly errorName: string = 'diplomacy-rules/InvalidPositionError';
}

/** A value among orders that is not an order: a text that was not parsed, an unknown kind. */
export class InvalidOrdersError extends DiplomacyRulesError {
  static override readonly errorName: string = 'diplomacy-rules/InvalidOrdersError';
}

/** A file of games, positions or cases that does not have the shape it should have. */
export class InvalidFileError extends DiplomacyRulesError {
  static override readonly errorName: string = 'diplomacy-rules/InvalidFileError';
}
