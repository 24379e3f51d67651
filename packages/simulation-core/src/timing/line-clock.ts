import { parseCallPath, scopePath } from '../scope/call-path.js';

/** One call of a chain. */
export interface ChainedCall {
  readonly path: string;
  readonly label: string;
  /** Time that the model took, in milliseconds. */
  readonly ms: number;
}

/** A point on the longest chain so far: its time, and the calls that lead there. */
export class Moment {
  static readonly start = new Moment(0, 0, undefined, undefined);

  private constructor(
    /** Time of models, in milliseconds. */
    readonly ms: number,
    readonly levels: number,
    private readonly call: ChainedCall | undefined,
    private readonly before: Moment | undefined,
  ) {}

  after(call: ChainedCall): Moment {
    return new Moment(this.ms + call.ms, this.levels + 1, call, this);
  }

  /** Calls that lead here, first to last. */
  calls(): readonly ChainedCall[] {
    const calls = this.call === undefined ? [] : [this.call];
    for (let moment = this.before; moment?.call !== undefined; moment = moment.before) calls.push(moment.call);
    return calls.reverse();
  }
}

/** Progress of a line of control by time and by number of calls (two longest chains, which may differ). */
interface Standing {
  readonly byTime: Moment;
  readonly byLevels: Moment;
}

interface LineState {
  now: Standing;
  /** Branches that it waits for before anything else. */
  readonly open: string[];
}

const later = (a: Standing, b: Standing): Standing => ({
  byTime: b.byTime.ms > a.byTime.ms ? b.byTime : a.byTime,
  byLevels: b.byLevels.levels > a.byLevels.levels ? b.byLevels : a.byLevels,
});

/** One clock for each line of control, moved forward by calls and joins in journal order. */
export class LineClock {
  readonly #lines = new Map<string, LineState>();
  #main: Standing = { byTime: Moment.start, byLevels: Moment.start };

  startStep(step: string): void {
    this.#drop(step);
    this.#lines.set(step, { now: this.#main, open: [] });
  }

  endStep(step: string): void {
    this.#main = later(this.#main, this.#settle(step));
    this.#drop(step);
  }

  openBranches(path: string, keys: readonly string[]): void {
    const owner = this.#owner(path);
    if (owner === undefined) return;
    const now = this.#settle(owner);
    for (const key of keys) {
      const branch = scopePath(path, key);
      this.#lines.set(branch, { now, open: [] });
      this.#lines.get(owner)?.open.push(branch);
    }
  }

  /** Starts work at the present time of the line of `path`; it is joined later or never. */
  startBeside(line: string, path: string): void {
    const owner = this.#owner(path);
    this.#lines.set(line, { now: owner === undefined ? this.#main : this.#settle(owner), open: [] });
  }

  join(line: string, path: string): void {
    const owner = this.#owner(path);
    if (owner === undefined) return;
    const state = this.#lines.get(owner);
    if (state) state.now = later(this.#settle(owner), this.#settle(line));
    this.#drop(line);
  }

  joinWork(line: string): void {
    this.#main = later(this.#main, this.#settle(line));
    this.#drop(line);
  }

  call(call: ChainedCall): void {
    const owner = this.#owner(parseCallPath(call.path).base);
    if (owner === undefined) return;
    const now = this.#settle(owner);
    const state = this.#lines.get(owner);
    if (state) state.now = { byTime: now.byTime.after(call), byLevels: now.byLevels.after({ ...call, ms: 1 }) };
  }

  /** End of the longest chain, including that of an open step. */
  end(): Moment {
    return this.#last().byTime;
  }

  levels(): number {
    return this.#last().byLevels.levels;
  }

  #last(): Standing {
    return [...this.#lines.keys()].reduce((latest, line) => later(latest, this.#settle(line)), this.#main);
  }

  /** Progress of a line once all branches that it has opened are done. */
  #settle(line: string): Standing {
    const state = this.#lines.get(line);
    if (!state) return this.#main;
    for (const branch of state.open.splice(0)) {
      state.now = later(state.now, this.#settle(branch));
      this.#drop(branch);
    }
    return state.now;
  }

  /** Line that a scope path belongs to: the longest line path that it starts with. */
  #owner(path: string): string | undefined {
    for (let prefix = path; ; prefix = prefix.slice(0, prefix.lastIndexOf('/'))) {
      if (this.#lines.has(prefix)) return prefix;
      if (!prefix.includes('/')) return undefined;
    }
  }

  /** Drops a line; `#settle` has dropped the branches that it opened. */
  #drop(line: string): void {
    this.#lines.delete(line);
  }
}
