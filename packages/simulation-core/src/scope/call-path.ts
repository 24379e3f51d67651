/**
 * Place of a model call in a program: names of scopes joined by `/`, then `#` and the index of the call in its scope.
 * `S1901M/orders/FRANCE#0` is a call of a step; `deferred/S1901M/analysis/FRANCE/update#0` is one of deferred work.
 */
export interface CallPath {
  /** Path of the scope that asked, without the index. A call that is asked again has the same base. */
  readonly base: string;
  readonly isDeferred: boolean;
  /** Names of the scopes from the step down, or from the beginning of the key of deferred work. */
  readonly segments: readonly string[];
  /** Index of the call in its scope, from 0 (default 0 for a path without one). */
  readonly number: number;
}

/** First name of every path of deferred work, and the name that statistics by step give to such work. */
export const DEFERRED = 'deferred';

/** Reads a call path, or the path of a scope. */
export function parseCallPath(path: string): CallPath {
  const hash = path.lastIndexOf('#');
  const base = hash < 0 ? path : path.slice(0, hash);
  const names = base === '' ? [] : base.split('/');
  const isDeferred = isDeferredPath(base);
  return {
    base,
    isDeferred,
    segments: isDeferred ? names.slice(1) : names,
    number: hash < 0 ? 0 : Number(path.slice(hash + 1)),
  };
}

/** `S1901M/orders/FRANCE#0`, from the path of a scope and the index of a call in it. */
export function callPath(scope: string, number: number): string {
  return `${scope}#${number}`;
}

/** Path of a scope below others: `S1901M/orders/FRANCE`. An empty name adds no level. */
export function scopePath(...names: readonly string[]): string {
  return names.filter((name) => name !== '').join('/');
}

/** Path of the scope of deferred work: `deferred/S1901M/analysis/FRANCE` for the key `S1901M/analysis/FRANCE`. */
export function deferredPath(...names: readonly string[]): string {
  return scopePath(DEFERRED, ...names);
}

/** Whether a path belongs to deferred work. */
export function isDeferredPath(path: string): boolean {
  return path.startsWith(`${DEFERRED}/`);
}

/** Whether a call was made in a scope or in one below it. */
export function isCallWithin(path: string, scope: string): boolean {
  return path.startsWith(`${scope}/`) || path.startsWith(`${scope}#`);
}

/** Name of the step that a call belongs to; `deferred` for calls of deferred work. */
export function stepOfCall(path: string): string {
  const { isDeferred, segments } = parseCallPath(path);
  return isDeferred ? DEFERRED : (segments[0] ?? '');
}
