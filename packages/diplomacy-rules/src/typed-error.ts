/** Key of an error's class names, shared by all copies of all packages. */
const CLASSES = Symbol.for('@entente/error-classes');

interface TypedErrorClass<Instance> {
  readonly errorName: string;
  readonly prototype: Instance;
}

/**
 * Base of this package's errors, a copy of `TypedError` of llm-clients because this package imports no other. An error lists the names of
 * its classes, so `isInstance` recognises a class and its subclasses even if two copies of a package are loaded or class names were
 * shortened.
 */
export abstract class TypedError extends Error {
  /** `package/Class`, unique for each class. */
  static readonly errorName: string = 'entente/TypedError';
  /** Class names, from the error's own class up to this one. */
  declare readonly [CLASSES]: readonly string[];

  constructor(message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    const names = classNames(new.target);
    this.name = names[0]?.replace(/^.*\//, '') ?? 'Error';
    Object.defineProperty(this, CLASSES, { value: names });
  }

  /** Whether something thrown is an error of this class or of one that extends it. */
  declare static isInstance: <Instance extends TypedError>(this: TypedErrorClass<Instance>, error: unknown) => error is Instance;

  static {
    // Bound to the class it is read from, so that it can be handed on: `errors.filter(SomeError.isInstance)`.
    Object.defineProperty(this, 'isInstance', {
      get(this: TypedErrorClass<TypedError>) {
        return (error: unknown) => classNamesOf(error).includes(this.errorName);
      },
    });
  }
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
