import type { GenerateRequest, GenerateResult, LanguageModel } from '@entente/llm-clients';
import { SimulationError } from '../errors/simulation-error.js';
import { canonicalJson } from '../hash/canonical-json.js';
import type { JournalStore } from '../journal/journal-store.js';
import { readRecord, type RecordedFact, type RunRecord } from '../journal/record.js';
import type { Program } from '../program.js';
import type { CallSite } from '../scope/recorder.js';
import { CountingSink } from './counting-sink.js';
import { Execution } from './execution.js';
import { readForkPoint } from './fork-point.js';
import type { ForkFact } from './fork-run.js';
import { refusingAsker, RunRecorder } from './run-recorder.js';
import { afterFinishedSteps } from './starting-point.js';

export interface ProbeOptions {
  /** The step to execute; it must be on record. */
  readonly at: string;
  /** Facts that a fork puts before the step. @default [] */
  readonly facts?: readonly ForkFact[];
  /** Reply texts by call path, which replace those on record. @default {} */
  readonly replies?: Readonly<Record<string, string>>;
}

/** Requests and facts of a step that was executed with the answers on record. */
export interface ProbedStep {
  /** Requests by call path, including those of deferred work. */
  readonly requests: ReadonlyMap<string, GenerateRequest>;
  /** Facts of the step, as far as the answers on record reach. */
  readonly facts: readonly RecordedFact[];
  /** All facts and requests, as text. Equal texts mean that the replies make no difference. */
  readonly outcome: string;
}

/**
 * Executes one step of a run with the answers on record, found by path alone, and returns its requests, so that an edited reply
 * can be tried before a fork is written. Asks no model and writes nothing. A call without an answer ends its branch.
 * @throws SimulationError if the step is not on record; UnknownRunError, JournalCorruptError
 */
export async function probeStep<State, Fact extends { readonly type: string }>(
  program: Program<State, Fact>,
  runId: string,
  store: Pick<JournalStore, 'read'>,
  { at, facts: edits = [], replies = {} }: ProbeOptions,
): Promise<ProbedStep> {
  const { header, past, answers, prefix, reusable } = await readForkPoint(runId, store, at);
  const { vectors } = await readRecord(runId, [header, ...prefix, ...reusable]);
  const sink = CountingSink.silent();
  // Some answers to deferred work come from before the step.
  const recorder = new ProbingRecorder({ answers: new Map([...past.answers, ...answers]), vectors, replies }, sink);
  const facts: RecordedFact[] = [];
  const execution = new Execution<State, Fact>({
    program: endingAfter(program),
    recorder,
    sink,
    start: { ...afterFinishedSteps(program, past), factsToCome: [], edits: new Map(edits.length > 0 ? [[at, edits]] : []) },
    stop: new AbortController().signal,
    onFact: (fact) => facts.push(fact),
  });
  let failure = '';
  await execution.run().catch((error: unknown) => {
    failure = error instanceof StepProbed ? '' : String(error);
  });
  const asked = [...recorder.requests].sort(([a], [b]) => (a < b ? -1 : 1));
  const texts = asked.map(([path, { messages }]) => [path, messages]);
  return { requests: recorder.requests, facts, outcome: canonicalJson([facts, texts, failure]) };
}

/** Ends a probe after its step. */
class StepProbed extends SimulationError {
  static override readonly errorName: string = 'simulation-core/StepProbed';
}

function endingAfter<State, Fact extends { readonly type: string }>(program: Program<State, Fact>): Program<State, Fact> {
  return {
    ...program,
    apply: (state, fact) => program.apply(state, fact),
    nextStep: (state) => program.nextStep(state),
    step: async (scope, state) => {
      await program.step(scope, state);
      throw new StepProbed('the step has been probed');
    },
  };
}

interface ProbedRecord extends Pick<RunRecord, 'answers' | 'vectors'> {
  /** Reply texts by call path, which replace those on record. */
  readonly replies: Readonly<Record<string, string>>;
}

/** Finds answers by path alone, and keeps the requests. */
class ProbingRecorder extends RunRecorder {
  readonly requests = new Map<string, GenerateRequest>();
  readonly #record: ProbedRecord;

  constructor(record: ProbedRecord, sink: CountingSink) {
    super({ ...record, openStructure: new Set() }, sink, refusingAsker);
    this.#record = record;
  }

  override async generate(_model: LanguageModel, request: GenerateRequest, { path }: CallSite): Promise<GenerateResult> {
    this.requests.set(path, request);
    const answer = this.#record.answers.get(path);
    if (answer === undefined) throw new SimulationError(`nothing is on record at "${path}"`);
    const text = this.#record.replies[path];
    const result = answer.result as GenerateResult;
    return text === undefined ? result : { ...result, text, finishReason: 'stop' };
  }
}
