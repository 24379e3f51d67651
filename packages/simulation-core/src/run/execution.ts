import { SimulationError } from '../errors/simulation-error.js';
import { ReplayDivergedError } from '../errors/run-errors.js';
import { canonicalJson } from '../hash/canonical-json.js';
import { JOURNAL_VERSION } from '../journal/entry.js';
import { isWorkDeferred, type RecordedFact } from '../journal/record.js';
import type { SeedSchedule } from '../journal/seed-schedule.js';
import type { Program } from '../program.js';
import { deferredPath } from '../scope/call-path.js';
import { Line } from '../scope/line.js';
import { LineScope } from '../scope/line-scope.js';
import type { StepScope } from '../scope/scope.js';
import type { CountingSink } from './counting-sink.js';
import { factText, isSameWork, readFact } from './facts-on-record.js';
import type { RunRecorder } from './run-recorder.js';
import type { StartingPoint, WorkToStart } from './starting-point.js';

interface Work {
  readonly line: Line;
  readonly fact: Promise<RecordedFact>;
}

/**
 * The one loop that starts, resumes and replays runs: from a state and the facts that must come next, it joins due work, runs
 * steps and records facts.
 */
export class Execution<State, Fact extends { readonly type: string }> {
  readonly #program: Program<State, Fact>;
  readonly #recorder: RunRecorder;
  readonly #sink: CountingSink;
  /** Facts on record that must happen again, oldest first. */
  readonly #expected: RecordedFact[];
  readonly #edits: Map<string, readonly RecordedFact[]>;
  readonly #schedule: SeedSchedule;
  readonly #work = new Map<string, Work>();
  /** Work that is under way at the starting point. */
  readonly #pending: readonly WorkToStart<State>[];
  readonly #steps = new Set<string>();
  readonly #onFact: ((fact: RecordedFact) => void) | undefined;
  readonly #onStepSaved: ((step: string) => void) | undefined;
  readonly #stop: AbortSignal;
  state: State;
  #position = 0;
  /** Rejects once the listener to saved steps has thrown. */
  #told: Promise<unknown> = Promise.resolve();

  constructor(options: {
    readonly program: Program<State, Fact>;
    readonly recorder: RunRecorder;
    readonly sink: CountingSink;
    readonly start: StartingPoint<State>;
    /** Aborted when no new call may start, with the reason. */
    readonly stop: AbortSignal;
    readonly onFact?: (fact: RecordedFact) => void;
    readonly onStepSaved?: ((step: string) => void) | undefined;
  }) {
    const { program, start } = options;
    this.#program = program;
    this.#recorder = options.recorder;
    this.#sink = options.sink;
    this.#onFact = options.onFact;
    this.#onStepSaved = options.onStepSaved;
    this.#stop = options.stop;
    this.state = start.state;
    this.#expected = [...start.factsToCome];
    this.#edits = new Map(start.edits);
    this.#schedule = start.schedule;
    for (const step of start.finishedSteps) this.#steps.add(step);
    this.#pending = [...start.pending].sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  /** Number of facts on record that have not happened again yet. */
  get factsToCome(): number {
    return this.#expected.length;
  }

  /** Runs to the end. @throws the error that stopped it, after all calls in flight have landed */
  async run(): Promise<void> {
    try {
      for (const work of this.#pending) this.#startWork(work);
      for (;;) {
        const step = this.#program.nextStep(this.state);
        if (step !== undefined && this.#takeEdits(step)) continue;
        const pending = [...this.#work.keys()].sort();
        const due = step === undefined ? pending : [...(this.#program.due?.(this.state, step, pending) ?? [])].sort();
        if (due.length > 0) {
          for (const key of due) await this.#join(key, step ?? 'end');
          continue;
        }
        if (step === undefined) break;
        await this.#runStep(step);
      }
      if (this.#expected.length > 0)
        throw new ReplayDivergedError(`end!${this.#position}`, 'fact-missing', canonicalJson(this.#expected[0]));
      await this.#told;
    } finally {
      for (const { line } of this.#work.values()) await line.drain();
    }
  }

  async #runStep(step: string): Promise<void> {
    if (this.#steps.has(step))
      throw new SimulationError(`the step "${step}" came twice; Program.nextStep must name every step once`);
    this.#steps.add(step);
    const seeds = this.#schedule.at(step);
    this.#recorder.appendStructure({ type: 'step-started', v: JOURNAL_VERSION, step, at: this.#sink.now() });
    this.#position = 0;
    const line = new Line({ path: step, seeds, stop: this.#stop });
    const scope = new ExecutedStepScope<State, Fact>(this.#recorder, line, step, {
      state: () => this.state,
      record: (fact) => {
        this.#recordFact(step, fact);
        return this.state;
      },
      defer: (key, kind, input) => {
        const work = this.#recordFact(step, { type: 'work-deferred', key, kind, input });
        this.#startWork({ type: 'work-deferred', key, kind, input: work.input, seeds, state: this.state });
      },
    });
    try {
      await this.#program.step(scope, this.state);
      await line.close();
    } catch (error) {
      await line.drain();
      throw error;
    }
    const { totals, facts, addresses } = this.#sink;
    this.#sink.append({
      type: 'step-ended',
      v: JOURNAL_VERSION,
      step,
      totals,
      facts,
      addresses,
      at: this.#sink.now(),
    });
    this.#tellWhenSaved(step);
    this.#recorder.forgetStep(step);
    this.#schedule.pass(step);
  }

  /** A failed flush is ignored here, as every later one fails too and ends the run. A listener that throws ends the run. */
  #tellWhenSaved(step: string): void {
    const tell = this.#onStepSaved;
    if (!tell) return;
    const told = this.#sink.flush().then(
      () => tell(step),
      () => {},
    );
    this.#told = Promise.all([this.#told, told]);
    this.#told.catch(() => {});
  }

  #startWork({ key, kind, input, seeds, state }: Omit<WorkToStart<State>, 'factsBefore'>): void {
    const handler = this.#program.deferred?.[kind];
    if (!handler) throw new SimulationError(`the program has no deferred work of kind "${kind}"; add it to Program.deferred`);
    if (this.#work.has(key)) throw new SimulationError(`work "${key}" was deferred twice; every key must be new`);
    const path = deferredPath(key);
    const line = new Line({ path, seeds, deferred: true, stop: this.#stop });
    const scope = new LineScope(this.#recorder, line, path);
    const run = async (): Promise<RecordedFact> => {
      const fact = await handler(scope, input as never, state);
      await line.close();
      return fact;
    };
    const fact = run();
    fact.catch(() => {});
    this.#work.set(key, { line, fact });
  }

  async #join(key: string, step: string): Promise<void> {
    const work = this.#work.get(key);
    if (!work)
      throw new SimulationError(`Program.due named "${key}", which is not pending; return only keys from its third argument`);
    const fact = await work.fact;
    this.#work.delete(key);
    this.#recorder.appendStructure({ type: 'work-joined', v: JOURNAL_VERSION, key });
    this.#recordFact(step, fact);
    this.#recorder.forgetWork(key);
  }

  /** Applies the edits that a fork made before this step. Returns whether there were any. */
  #takeEdits(step: string): boolean {
    const edits = this.#edits.get(step);
    if (!edits) return false;
    this.#edits.delete(step);
    for (const fact of edits) this.#recordFact(step, fact);
    return edits.length > 0;
  }

  /** Records a fact, or finds it on record, and applies it. Returns it as a journal would return it. */
  #recordFact<Recorded extends RecordedFact>(step: string, raw: Recorded): Recorded {
    const text = factText(raw, step);
    const position = `${step}!${this.#position++}`;
    const expected = this.#expected.shift();
    const isSame = expected !== undefined && JSON.stringify(expected) === text;
    const now = JSON.parse(text) as Recorded;
    const fact = (expected && (isSame || isSameWork(expected, now)) ? expected : now) as Recorded;
    const state = this.#after(fact, step);
    if (!expected) this.#sink.append({ type: 'fact-recorded', v: JOURNAL_VERSION, step, fact });
    else if (fact !== expected) {
      const texts = [canonicalJson(expected), canonicalJson(fact)] as const;
      if (texts[0] !== texts[1]) throw new ReplayDivergedError(position, 'fact-changed', ...texts);
    }
    this.state = state;
    this.#onFact?.(fact);
    return fact;
  }

  /** Returns the state after one more fact. @throws UnknownFactError */
  #after(fact: RecordedFact, step: string): State {
    return isWorkDeferred(fact) ? this.state : this.#program.apply(this.state, readFact(this.#program, fact, step));
  }
}

/** Rights of a step's scope beyond those of any other scope. */
interface StepRights<State, Fact> {
  readonly state: () => State;
  readonly record: (fact: Fact) => State;
  readonly defer: (key: string, kind: string, input: unknown) => void;
}

class ExecutedStepScope<State, Fact> extends LineScope implements StepScope<State, Fact> {
  readonly #rights: StepRights<State, Fact>;

  constructor(recorder: RunRecorder, line: Line, path: string, rights: StepRights<State, Fact>) {
    super(recorder, line, path);
    this.#rights = rights;
  }

  get state(): State {
    return this.#rights.state();
  }

  record(fact: Fact): State {
    this.line.checkOpen(this.path);
    return this.#rights.record(fact);
  }

  defer(key: string, kind: string, input: unknown): void {
    this.line.checkOpen(this.path);
    this.#rights.defer(key, kind, input);
  }
}
