/** Key of the marker; the same in every package and in every copy of a package. */
export const ERROR_CLASSES = Symbol.for('@entente/error-classes');

/**
 * An error whose message is written for the reader: it tells what happened, to what, and what to do next, so it needs no stack.
 *
 * The interface is a marker under a registered symbol, so a package can have an error base of its own without importing this one.
 *
 * @example
 * const MARKER = Symbol.for('@entente/error-classes');
 * class GameError extends Error {
 *   readonly [MARKER] = ['my-game/GameError'];
 * }
 */
export interface ExplainedError extends Error {
  /** Names of the error's classes, `package/Class`, from its own class up to its base. */
  readonly [ERROR_CLASSES]: readonly string[];
}

/** Returns whether something thrown bears the marker, whichever package threw it. */
export function isExplainedError(error: unknown): error is ExplainedError {
  return error instanceof Error && errorClassesOf(error).length > 0;
}

/** Names of the classes of something thrown; empty if it bears no marker. */
export function errorClassesOf(error: unknown): readonly unknown[] {
  const names =
    typeof error === 'object' && error !== null ? (error as { readonly [ERROR_CLASSES]?: unknown })[ERROR_CLASSES] : undefined;
  return Array.isArray(names) ? names : [];
}
