/** Key of the marker that errors of every package carry; the same in every copy of a package. */
const CLASSES = Symbol.for('@entente/error-classes');

interface StudyErrorClass<Instance> {
  readonly errorName: string;
  readonly prototype: Instance;
}

/**
 * Base of the errors of this package: a sample, an option or a study file that makes no sense. A sample that is only too small is
 * answered, not refused.
 *
 * An error carries the names of its classes, so `isInstance` tells a class and its subclasses from all others, even where two
 * copies of the package are loaded or class names were minified.
 */
export class StudyError extends Error {
  /** `package/Class`; each class sets its own. */
  static readonly errorName: string = 'studies/StudyError';
  /** Names of the error's classes, from its own class up to this one. */
  declare readonly [CLASSES]: readonly string[];

  constructor(message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    const names = classNames(new.target);
    this.name = names[0]?.replace(/^.*\//, '') ?? 'Error';
    Object.defineProperty(this, CLASSES, { value: names });
  }

  /** Returns whether something thrown is an error of this class or of a subclass. */
  declare static isInstance: <Instance extends StudyError>(this: StudyErrorClass<Instance>, error: unknown) => error is Instance;

  static {
    // Bound to the class it is read from, so that it can be passed on: `errors.filter(StudyError.isInstance)`.
    Object.defineProperty(this, 'isInstance', {
      get(this: StudyErrorClass<StudyError>) {
        return (error: unknown) => classNamesOf(error).includes(this.errorName);
      },
    });
  }
}

function classNamesOf(error: unknown): readonly unknown[] {
  const names = typeof error === 'object' && error !== null ? (error as { readonly [CLASSES]?: unknown })[CLASSES] : undefined;
  return Array.isArray(names) ? names : [];
}

/** Names from the error's own class up to the base. */
function classNames(ofClass: unknown): readonly string[] {
  const names: string[] = [];
  for (let each = ofClass; typeof each === 'function' && each !== Error; each = Object.getPrototypeOf(each) as unknown)
    if (Object.hasOwn(each, 'errorName')) names.push((each as unknown as { readonly errorName: string }).errorName);
  return names;
}

/** A study file cannot be read. The message is one line that begins with the place: `line 12: ...`. */
export class StudyFileError extends StudyError {
  static override readonly errorName: string = 'studies/StudyFileError';
  /** Line in the file, from 1. */
  readonly line: number;

  constructor(message: string, { line, cause }: { readonly line: number; readonly cause?: unknown }) {
    super(`line ${line}: ${message}`, { cause });
    this.line = line;
  }
}

/** Something wrong in a study file. */
export interface StudyFault {
  /** Line in the file, from 1. */
  readonly line: number;
  /** The fault, with the nearest right name or the way to write it. */
  readonly message: string;
}

/** Notes that something is wrong with the value at a path in a study. */
export type Complain = (path: readonly PropertyKey[], message: string) => void;
