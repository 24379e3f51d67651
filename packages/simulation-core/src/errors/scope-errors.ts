import { SimulationError } from './simulation-error.js';

/** A scope gave out the same child name twice, so two calls would share a path. */
export class DuplicateScopeError extends SimulationError {
  static override readonly errorName: string = 'simulation-core/DuplicateScopeError';
  readonly path: string;

  constructor(path: string) {
    super(`the scope "${path}" was opened twice; name the children of a loop apart, as in scope.child('round-2')`);
    this.path = path;
  }
}

/** A scope was used after its line of control had ended. */
export class ScopeClosedError extends SimulationError {
  static override readonly errorName: string = 'simulation-core/ScopeClosedError';
  readonly path: string;

  constructor(path: string) {
    super(`"${path}" was used after its branch or step had ended; await everything a branch starts before it returns`);
    this.path = path;
  }
}

/** A branch or step returned before the calls that it had started. */
export class MissingAwaitError extends SimulationError {
  static override readonly errorName: string = 'simulation-core/MissingAwaitError';
  readonly path: string;

  constructor(path: string) {
    super(`"${path}" returned with calls still under way; an await is missing (or a later(...) was never joined)`);
    this.path = path;
  }
}

/** A model was asked twice at once on one line of control, so chance would decide which call is #0. */
export class ConcurrentUseError extends SimulationError {
  static override readonly errorName: string = 'simulation-core/ConcurrentUseError';
  readonly path: string;

  constructor(path: string) {
    super(
      `"${path}" asked a model while another call on the same line of control was under way; fan out with inParallel or later`,
    );
    this.path = path;
  }
}

/** No new call may start here: the run is stopping, or a sibling branch has failed. */
export class LineStoppedError extends SimulationError {
  static override readonly errorName: string = 'simulation-core/LineStoppedError';
  readonly path: string;

  constructor(path: string, options: { readonly cause?: unknown } = {}) {
    super(`no call was started at "${path}": the run is stopping`, options);
    this.path = path;
  }
}
