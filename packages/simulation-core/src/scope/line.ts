import { ConcurrentUseError, LineStoppedError, MissingAwaitError, ScopeClosedError } from '../errors/scope-errors.js';
import type { Seeds } from '../journal/seed-schedule.js';

/** Branches that end together: when one fails, the others start no new call. */
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
 * One line of control: a step, a branch of `inParallel`, a `later`, or deferred work. At most one thing is under way on
 * it at a time, which is what makes its call paths the same in every execution.
 */
export class Line {
  readonly path: string;
  readonly deferred: boolean;
  /** Seed calls and random draws on this line, together with their paths. */
  readonly seeds: Seeds;
  readonly #parent: Line | undefined;
  readonly #group: BranchGroup | undefined;
  #stop: AbortSignal | undefined;
  readonly #underWay = new Set<Promise<unknown>>();
  #busy = false;
  #closed = false;
  #unjoined = 0;

  /** @param options `stop` belongs to a line without a parent: it ends with the run. */
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

  /** Aborted when no new call may start here: the run is stopping, or a sibling branch has failed, here or further up. */
  get stop(): AbortSignal {
    if (!this.#stop) {
      const above = this.#parent?.stop;
      const own = this.#group?.failed;
      this.#stop = above && own ? AbortSignal.any([above, own]) : (above ?? own ?? new AbortController().signal);
    }
    return this.#stop;
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

  /** @throws LineStoppedError when no new call may start here */
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
