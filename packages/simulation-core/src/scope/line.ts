import { ConcurrentUseError, LineStoppedError, MissingAwaitError, ScopeClosedError } from '../errors/scope-errors.js';

/** Branches that end together: when one fails, the others start no new call. */
export class BranchGroup {
  #failure: { readonly error: unknown } | undefined;

  get failure(): { readonly error: unknown } | undefined {
    return this.#failure;
  }

  fail(error: unknown): void {
    this.#failure ??= { error };
  }
}

/**
 * One line of control: a step, a branch of `inParallel`, a `later`, or deferred work. At most one thing is under way on
 * it at a time, which is what makes its call paths the same in every execution.
 */
export class Line {
  readonly path: string;
  readonly deferred: boolean;
  /** Seeds randomness and calls on this line, together with their paths. */
  readonly seed: string;
  readonly #parent: Line | undefined;
  readonly #group: BranchGroup | undefined;
  readonly #underWay = new Set<Promise<unknown>>();
  #busy = false;
  #closed = false;
  #unjoined = 0;

  constructor(options: { path: string; seed: string; deferred?: boolean; parent?: Line; group?: BranchGroup }) {
    this.path = options.path;
    this.seed = options.seed;
    this.deferred = options.deferred ?? options.parent?.deferred ?? false;
    this.#parent = options.parent;
    this.#group = options.group;
  }

  /** Does one thing on this line. @throws ScopeClosedError, ConcurrentUseError */
  async do<Value>(path: string, work: () => Promise<Value>): Promise<Value> {
    this.checkOpen(path);
    if (this.#busy) throw new ConcurrentUseError(path);
    this.#busy = true;
    const running = work().finally(() => {
      this.#busy = false;
    });
    return this.watch(running);
  }

  /** Lets `close` wait for something that goes on beside the line. */
  watch<Value>(running: Promise<Value>): Promise<Value> {
    this.#underWay.add(running);
    const done = (): boolean => this.#underWay.delete(running);
    running.then(done, done);
    return running;
  }

  /** @throws LineStoppedError when a sibling branch has failed, here or further up */
  checkMayAsk(path: string): void {
    const failure = this.#group?.failure;
    if (failure) throw new LineStoppedError(path, { cause: failure.error });
    this.#parent?.checkMayAsk(path);
  }

  /** @throws ScopeClosedError after the line has ended */
  checkOpen(path: string): void {
    if (this.#closed) throw new ScopeClosedError(path);
  }

  laterStarted(): void {
    this.checkOpen(this.path);
    this.#unjoined++;
  }

  laterJoined(): void {
    this.#unjoined--;
  }

  /** Ends the line after its work returned. @throws MissingAwaitError when something was still under way */
  async close(): Promise<void> {
    const forgotten = this.#underWay.size > 0 || this.#unjoined > 0;
    await this.drain();
    if (forgotten) throw new MissingAwaitError(this.path);
  }

  /** Refuses anything new and waits for what is under way, whatever becomes of it. */
  async drain(): Promise<void> {
    this.#closed = true;
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
  }
}
