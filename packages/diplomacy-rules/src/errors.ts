/** Key of an error's class names, shared by all copies of all packages. */
const CLASSES = Symbol.for('@entente/error-classes');

interface RulesErrorClass<Instance> {
  readonly errorName: string;
  readonly prototype: Instance;
}

/**
 * Base of all errors of this package. Orders that are not understood or not allowed are data and are never thrown.
 *
 * An error lists the names of its classes, so `isInstance` recognises a class and its subclasses even if two copies of the package are
 * loaded or class names were shortened. The package imports no other, so it has this base of its own.
 */
export class DiplomacyRulesError extends Error {
  /** `package/Class`, unique for each class. */
  static readonly errorName: string = 'diplomacy-rules/DiplomacyRulesError';
  /** Class names, from the error's own class up to this one. */
  declare readonly [CLASSES]: readonly string[];
  /** Part of the input that it is about, as in `units.FRANCE[2]` or `phases[3].state`. */
  readonly place: string;

  constructor(message: string, { place, cause }: { readonly place: string; readonly cause?: unknown }) {
    super(message, { cause });
    const names = classNames(new.target);
    this.name = names[0]?.replace(/^.*\//, '') ?? 'Error';
    Object.defineProperty(this, CLASSES, { value: names });
    this.place = place;
  }

  /** Returns whether something thrown is an error of this class or of a subclass. */
  declare static isInstance: <Instance extends DiplomacyRulesError>(
    this: RulesErrorClass<Instance>,
    error: unknown,
  ) => error is Instance;

  static {
    // Bound to the class it is read from, so that it can be passed on: `errors.filter(InvalidMapError.isInstance)`.
    Object.defineProperty(this, 'isInstance', {
      get(this: RulesErrorClass<DiplomacyRulesError>) {
        return (error: unknown) => classNamesOf(error).includes(this.errorName);
      },
    });
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

function classNamesOf(error: unknown): readonly unknown[] {
  const names = typeof error === 'object' && error !== null ? (error as { readonly [CLASSES]?: unknown })[CLASSES] : undefined;
  return Array.isArray(names) ? names : [];
}

/** From the error's own class up to the base. */
function classNames(ofClass: unknown): readonly string[] {
  const names: string[] = [];
  for (let each = ofClass; typeof each === 'function' && each !== Error; each = Object.getPrototypeOf(each) as unknown)
    if (Object.hasOwn(each, 'errorName')) names.push((each as unknown as { readonly errorName: string }).errorName);
  return names;
}
