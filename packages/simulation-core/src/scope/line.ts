import { ConcurrentUseError, LineStoppedError, MissingAwaitError, ScopeClosedError } from '../errors/scope-errors.js';
import type { Seeds } from '../journal/seed-schedule.js';

/** Group of branches: when one fails, the others start no new call. */
export class BranchGroup {
  readonly #failed = new AbortController();

  /** Aborted with the first failure. */
  get failed(): AbortSignal {
    return this.#failed.signal;
  }

  fail(error: unknown): void {
    if (!this.failed.aborted) this.#failed.abort(error);
  }
}

/**
 * One line of control: a step, a branch of `inParallel`, a `later`, or deferred work. At most one call is under way on it at a
 * time, so its call paths are the same in every execution.
 */
export class Line {
  readonly path: string;
  readonly deferred: boolean;
  /** Seeds of calls and random draws on this line; combined with their paths. */
  readonly seeds: Seeds;
  readonly #parent: Line | undefined;
  readonly #group: BranchGroup | undefined;
  #stop: AbortSignal | undefined;
  readonly #underWay = new Set<Promise<unknown>>();
  #busy = false;
  #closed = false;
  #unjoined = 0;

  /** @param options `stop` is for a line without a parent, and ends it with the run. */
  constructor(options: {
    readonly path: string;
    readonly seeds: Seeds;
    readonly deferred?: boolean;
    readonly parent?: Line;
    readonly group?: BranchGroup | undefined;
    readonly stop?: AbortSignal;
  }) {
    this.path = options.path;
    this.seeds = options.seeds;
    this.deferred = options.deferred ?? options.parent?.deferred ?? false;
    this.#parent = options.parent;
    this.#group = options.group;
    this.#stop = options.stop;
  }

  /** Aborted when no new call may start here: the run is stopping, or a sibling branch has failed, at this level or above. */
  get stop(): AbortSignal {
    if (!this.#stop) {
      const above = this.#parent?.stop;
      const own = this.#group?.failed;
      this.#stop = above && own ? AbortSignal.any([above, own]) : (above ?? own ?? new AbortController().signal);
    }
    return this.#stop;
  }

  /** Does one piece of work on this line. @throws ScopeClosedError, ConcurrentUseError */
  async do<Value>(path: string, work: () => Promise<Value>): Promise<Value> {
    this.checkOpen(path);
    if (this.#busy) throw new ConcurrentUseError(path);
    this.#busy = true;
    const running = work().finally(() => {
      this.#busy = false;
    });
    return this.watch(running);
  }

  /** Makes `close` wait for work beside the line. */
  watch<Value>(running: Promise<Value>): Promise<Value> {
    this.#underWay.add(running);
    const done = (): boolean => this.#underWay.delete(running);
    running.then(done, done);
    return running;
  }

  /** @throws LineStoppedError if no new call may start here */
  checkMayAsk(path: string): void {
    if (this.stop.aborted) throw new LineStoppedError(path, { cause: this.stop.reason });
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

  /** Ends the line after its work returned. @throws MissingAwaitError if work was still under way */
  async close(): Promise<void> {
    const forgotten = this.#underWay.size > 0 || this.#unjoined > 0;
    await this.drain();
    if (forgotten) throw new MissingAwaitError(this.path);
  }

  /** Refuses new work and waits for the work under way, whether it succeeds or fails. */
  async drain(): Promise<void> {
    this.#closed = true;
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
  }
}
