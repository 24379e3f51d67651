import { ERROR_CLASSES, errorClassesOf, type ExplainedError } from './explained-error.js';

interface TypedErrorClass<Instance> {
  readonly errorName: string;
  readonly prototype: Instance;
}

/**
 * Base of all typed errors. An error carries the names of its classes, so `isInstance` tells a class and its subclasses from all others,
 * even where two copies of a package are loaded or class names were minified. Nobody has to compare `error.name`.
 */
export abstract class TypedError extends Error implements ExplainedError {
  /** `package/Class`; each class sets its own. */
  static readonly errorName: string = 'entente/TypedError';
  /** From the error's own class up to this one. */
  declare readonly [ERROR_CLASSES]: readonly string[];

  constructor(message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    const names = classNames(new.target);
    this.name = names[0]?.replace(/^.*\//, '') ?? 'Error';
    Object.defineProperty(this, ERROR_CLASSES, { value: names });
  }

  /** Returns whether something thrown is an error of this class or of a subclass. */
  declare static isInstance: <Instance extends TypedError>(this: TypedErrorClass<Instance>, error: unknown) => error is Instance;

  static {
    // Bound to the class it is read from, so that it can be passed on: `errors.filter(SomeError.isInstance)`.
    Object.defineProperty(this, 'isInstance', {
      get(this: TypedErrorClass<TypedError>) {
        return (error: unknown) => errorClassesOf(error).includes(this.errorName);
      },
    });
  }
}

/** Names from the error's own class up to the base. */
function classNames(ofClass: unknown): readonly string[] {
  const names: string[] = [];
  for (let each = ofClass; typeof each === 'function' && each !== Error; each = Object.getPrototypeOf(each) as unknown)
    if (Object.hasOwn(each, 'errorName')) names.push((each as unknown as { readonly errorName: string }).errorName);
  return names;
}
