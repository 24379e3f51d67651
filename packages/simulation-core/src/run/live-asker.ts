import {
  type EmbedOptions,
  type EmbedResult,
  type EmbeddingModel,
  type GenerateRequest,
  type GenerateResult,
  type LanguageModel,
  NO_USAGE,
  ProviderError,
  vectorsProblem,
} from '@entente/llm-clients';
import { LineStoppedError } from '../errors/scope-errors.js';
import { SimulationError } from '../errors/simulation-error.js';
import { assertReadable } from '../journal/assert-readable.js';
import { JOURNAL_VERSION } from '../journal/entry.js';
import type { Answer } from '../journal/record.js';
import type { CallSite } from '../scope/recorder.js';
import { withCallSeed } from '../scope/unrecorded-scope.js';
import { type AskedCall, modelRef, toAnswer } from './asked-call.js';
import { type CallSchedule, createCallSchedule } from './call-schedule.js';
import type { CountingSink } from './counting-sink.js';
import type { Asker, TextsByDigest } from './run-recorder.js';
import type { RunSettings } from './run-settings.js';
import { soundAttempts, soundEmbedding, soundResult } from './sound-result.js';
import { encodeVector } from './vector-coding.js';

interface LiveAskerOptions extends Pick<RunSettings, 'budget' | 'order' | 'schedule'> {
  /** Digests of the texts that are on record. */
  readonly partHashes: ReadonlySet<string>;
  /** Aborted when calls in flight are to be cut. */
  readonly abort: AbortSignal;
}

/** Asks models: makes a call, makes its answer durable, and only then returns it. */
export class LiveAsker implements Asker {
  readonly #sink: CountingSink;
  readonly #options: LiveAskerOptions;
  readonly #schedule: CallSchedule;
  readonly #partHashes: Set<string>;
  #asked = 0;
  #broken: { readonly error: unknown } | undefined;

  constructor(sink: CountingSink, options: LiveAskerOptions) {
    this.#sink = sink;
    this.#options = options;
    this.#schedule = createCallSchedule(options.schedule ?? 'concurrent');
    this.#partHashes = new Set(options.partHashes);
  }

  /** Number of calls made so far. */
  get asked(): number {
    return this.#asked;
  }

  /** @throws the error that broke the journal; LineStoppedError */
  checkMayAsk({ path, line }: CallSite): void {
    if (this.#broken) throw this.#broken.error;
    line.checkMayAsk(path);
  }

  async generate(call: AskedCall): Promise<Answer> {
    const { model, request, site } = call;
    const { budget } = this.#options;
    return this.#schedule(request.label?.name ?? '', async () => {
      this.checkMayAsk(site);
      // A call that could not be recorded is not made: path, label, sampling and model come from the program.
      assertReadable(toAnswer(call, NO_RESULT, this.#sink.now()));
      const reservation = budget?.reserve(model, request);
      let usage: GenerateResult['usage'] | undefined;
      try {
        const raw = await this.#ask(model, site, () =>
          model.generate({ ...withCallSeed(request, site.line.seeds.calls, site.path), ...this.#control(request, site) }),
        );
        const result = soundResult(raw, request);
        usage = result.usage;
        for (const part of call.parts) this.#appendPart(part.hash, part.text);
        const answer = toAnswer(call, result, this.#sink.now());
        this.#sink.append(answer);
        await this.#flush();
        return answer;
      } finally {
        if (reservation) budget?.settle(reservation, model, usage);
      }
    });
  }

  async embed(
    model: EmbeddingModel,
    texts: TextsByDigest,
    options: EmbedOptions,
    site: CallSite,
  ): Promise<{ readonly result: EmbedResult; readonly vectors: ReadonlyMap<string, Float32Array> }> {
    return this.#schedule('embedding', async () => {
      this.checkMayAsk(site);
      const result = await this.#ask(model, site, async () => {
        const embedded = await model.embed([...texts.values()], { ...options, ...this.#control(options, site) });
        const problem = vectorsProblem(embedded.vectors, texts.size);
        if (problem === undefined) return soundEmbedding(embedded, [...texts.values()]);
        throw new SimulationError(
          `${site.path}: ${model.provider}:${model.modelId} gave no usable vectors (${problem}); use another embedding model`,
        );
      });
      const vectors = new Map([...texts.keys()].map((hash, index) => [hash, result.vectors[index]!]));
      const { usage, latencyMs, ownDelayMs, attempts } = result;
      this.#options.budget?.add(model, usage);
      this.#sink.append({
        type: 'embeddings-recorded',
        v: JOURNAL_VERSION,
        path: site.path,
        model: modelRef(model),
        vectors: [...vectors].map(([hash, vector]) => ({ hash, vector: encodeVector(vector) })),
        usage,
        latencyMs,
        ownDelayMs,
        attempts: [...attempts],
        at: this.#sink.now(),
      });
      await this.#flush();
      return { result, vectors };
    });
  }

  /** Place in the queue, and the signals that end a call. */
  #control(
    { signal }: Pick<GenerateRequest, 'signal'>,
    { line }: CallSite,
  ): Required<Pick<GenerateRequest, 'queue' | 'signal' | 'stop'>> {
    const { order = 0, abort } = this.#options;
    return {
      queue: { order, deferred: line.deferred },
      signal: signal ? AbortSignal.any([signal, abort]) : abort,
      stop: line.stop,
    };
  }

  /** Makes a call; when it fails, keeps its attempts for accounting. One that never left the queue was never made. */
  async #ask<Result>(
    model: LanguageModel | EmbeddingModel,
    { path, line }: CallSite,
    call: () => Promise<Result>,
  ): Promise<Result> {
    this.#asked++;
    try {
      return await call();
    } catch (error) {
      const known = ProviderError.isInstance(error);
      const attempts = known ? [...soundAttempts(error.attempts)] : [];
      const queued = known && error.kind === 'aborted' && attempts.length === 0;
      if (queued) this.#asked--;
      else {
        this.#sink.append({
          type: 'call-failed',
          v: JOURNAL_VERSION,
          path,
          kind: known ? error.kind : 'other',
          message: error instanceof Error ? error.message : String(error),
          model: modelRef(model),
          attempts,
          at: this.#sink.now(),
        });
      }
      if (known && error.kind === 'aborted' && line.stop.aborted) throw new LineStoppedError(path, { cause: line.stop.reason });
      throw error;
    }
  }

  /** @throws JournalWriteError, JournalConflictError; after that no call of this run starts, on whichever line */
  async #flush(): Promise<void> {
    try {
      await this.#sink.flush();
    } catch (error) {
      this.#broken ??= { error };
      throw error;
    }
  }

  #appendPart(hash: string, text: string): void {
    if (this.#partHashes.has(hash)) return;
    this.#partHashes.add(hash);
    this.#sink.append({ type: 'part-recorded', v: JOURNAL_VERSION, hash, text });
  }
}

/** Stands for the result of a call that has not been made. */
const NO_RESULT: GenerateResult = {
  text: '',
  finishReason: 'other',
  usage: NO_USAGE,
  latencyMs: 0,
  attempts: [],
  droppedParameters: [],
};
