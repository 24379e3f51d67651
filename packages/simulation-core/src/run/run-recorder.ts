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
import type { Clock } from '@entente/llm-clients';
import { SimulationError } from '../errors/simulation-error.js';
import { LineStoppedError } from '../errors/scope-errors.js';
import { ReplayDivergedError } from '../errors/run-errors.js';
import { digest } from '../hash/digest.js';
import { requestHash, schemaHash } from '../hash/request-hash.js';
import { assertReadable } from '../journal/assert-readable.js';
import { type EntryOf, JOURNAL_VERSION, type JournalEntry } from '../journal/entry.js';
import { type Answer, outlivesStep, structureKey } from '../journal/record.js';
import { deferredPath, isCallWithin } from '../scope/call-path.js';
import type { Line } from '../scope/line.js';
import type { Recorder, StructureNote } from '../scope/recorder.js';
import { withCallSeed } from '../scope/unrecorded-scope.js';
import type { Budget } from './budget.js';
import type { CallSchedule } from './call-schedule.js';
import { soundAttempts, soundEmbedding, soundResult } from './sound-result.js';
import { decodeVector, encodeVector } from './vector-coding.js';

/** Where entries go: the journal's writer, or nowhere in a replay. */
export interface EntrySink {
  append(entry: JournalEntry): void;
  flush(): Promise<void>;
}

export interface RunRecorderOptions {
  readonly sink: EntrySink;
  readonly clock: Clock;
  readonly answers: ReadonlyMap<string, Answer>;
  readonly vectors: ReadonlyMap<string, string>;
  readonly partHashes: ReadonlySet<string>;
  readonly openStructure: ReadonlySet<string>;
  /** `replay` never asks a model; `live` asks what is not on record. */
  readonly mode: 'live' | 'replay';
  /** Aborted when calls in flight are to be cut. */
  readonly abort: AbortSignal;
  readonly budget?: Budget;
  /** Queue place of this run: smaller goes first. */
  readonly order: number;
  /** Says when live calls of this run may go. */
  readonly schedule: CallSchedule;
}

/**
 * The record between scopes and models: an answer on record goes straight back up; any other call is made, made
 * durable, and only then returned.
 */
export class RunRecorder implements Recorder {
  readonly #options: RunRecorderOptions;
  readonly #answers: Map<string, Answer>;
  readonly #vectors: Map<string, Promise<Float32Array>>;
  readonly #partHashes: Set<string>;
  readonly #structure: Set<string>;
  #asked = 0;
  #fromRecord = 0;
  #broken: { readonly error: unknown } | undefined;

  constructor(options: RunRecorderOptions) {
    this.#options = options;
    this.#answers = new Map(options.answers);
    this.#vectors = new Map();
    this.#partHashes = new Set(options.partHashes);
    this.#structure = new Set(options.openStructure);
  }

  /** Live calls made so far. */
  get asked(): number {
    return this.#asked;
  }

  /** Calls answered from the record so far. */
  get fromRecord(): number {
    return this.#fromRecord;
  }

  note(structure: StructureNote): void {
    this.appendStructure(structure);
  }

  /** Puts structure on record unless it is there already. */
  appendStructure(entry: StructureNote | EntryOf<'step-started'> | EntryOf<'work-joined'>): void {
    const key = structureKey(entry);
    if (this.#structure.has(key)) return;
    this.#structure.add(key);
    this.#options.sink.append(entry);
  }

  /** A step has ended: its structure and answers are never asked for again. */
  forgetStep(step: string): void {
    for (const key of this.#structure) if (!outlivesStep(key)) this.#structure.delete(key);
    for (const path of this.#answers.keys()) {
      if (isCallWithin(path, step)) this.#answers.delete(path);
    }
  }

  forgetWork(key: string): void {
    const scope = deferredPath(key);
    for (const path of this.#answers.keys()) {
      if (isCallWithin(path, scope)) this.#answers.delete(path);
    }
  }

  async generate(model: LanguageModel, request: GenerateRequest, path: string, line: Line): Promise<GenerateResult> {
    const parts = request.messages.flatMap((message) =>
      message.parts.map((part) => ({ hash: digest(part.text), text: part.text })),
    );
    const hash = requestHash(
      model,
      request,
      parts.map((part) => part.hash),
    );
    const recorded = this.#answers.get(path);
    if (recorded && (recorded.requestHash === hash || recorded.edited)) {
      this.#fromRecord++;
      return toResult(recorded);
    }
    if (recorded && !recorded.inherited) throw new ReplayDivergedError(path, 'request-changed', recorded.requestHash, hash);
    this.#checkMayAsk(path, line);
    return this.#options.schedule(request.label?.name ?? '', async () => {
      this.#checkMayAsk(path, line);
      // A call that could not go on record is not made: path, label, sampling and model are the program's.
      assertReadable(toAnswer(path, hash, model, request, parts, NO_RESULT, this.#options.clock.now()));
      const reservation = this.#options.budget?.reserve(model, request);
      let usage = undefined as GenerateResult['usage'] | undefined;
      try {
        const raw = await this.#ask(path, line, model, () =>
          model.generate({
            ...withCallSeed(request, line.seeds.calls, path),
            queue: { order: this.#options.order, deferred: line.deferred },
            signal: request.signal ? AbortSignal.any([request.signal, this.#options.abort]) : this.#options.abort,
            stop: line.stop,
          }),
        );
        const result = soundResult(raw, request);
        usage = result.usage;
        for (const part of parts) this.#appendPart(part.hash, part.text);
        const answer = toAnswer(path, hash, model, request, parts, result, this.#options.clock.now());
        this.#options.sink.append(answer);
        await this.#flush();
        return toResult(answer);
      } finally {
        if (reservation) this.#options.budget?.settle(reservation, model, usage);
      }
    });
  }

  /** A text has one vector a run: on record, under way, or asked for now. */
  async embed(
    model: EmbeddingModel,
    texts: readonly string[],
    options: EmbedOptions,
    path: string,
    line: Line,
  ): Promise<EmbedResult> {
    const hashes = texts.map((text) => digest(`${model.provider}:${model.modelId}\n${text}`));
    const missing = new Map<string, string>();
    hashes.forEach((hash, index) => {
      const recorded = this.#options.vectors.get(hash);
      if (recorded !== undefined && !this.#vectors.has(hash)) this.#vectors.set(hash, Promise.resolve(decodeVector(recorded)));
      if (!this.#vectors.has(hash)) missing.set(hash, texts[index]!);
    });
    let spent: Pick<EmbedResult, 'usage' | 'latencyMs' | 'attempts'> = { usage: NO_USAGE, latencyMs: 0, attempts: [] };
    if (missing.size > 0) {
      this.#checkMayAsk(path, line);
      const embedding = this.#embedLive(model, missing, options, path, line);
      for (const hash of missing.keys()) {
        const vector = embedding.then(({ vectors }) => vectors.get(hash)!);
        vector.catch(() => this.#vectors.delete(hash));
        this.#vectors.set(hash, vector);
      }
      spent = (await embedding).result;
    } else {
      this.#fromRecord++;
    }
    return { ...spent, vectors: await Promise.all(hashes.map((hash) => this.#vectors.get(hash)!)) };
  }

  #embedLive(
    model: EmbeddingModel,
    missing: ReadonlyMap<string, string>,
    options: EmbedOptions,
    path: string,
    line: Line,
  ): Promise<{ result: EmbedResult; vectors: ReadonlyMap<string, Float32Array> }> {
    return this.#options.schedule('embedding', async () => {
      this.#checkMayAsk(path, line);
      const result = await this.#ask(path, line, model, async () => {
        const embedded = await model.embed([...missing.values()], {
          ...options,
          queue: { order: this.#options.order, deferred: line.deferred },
          signal: options.signal ? AbortSignal.any([options.signal, this.#options.abort]) : this.#options.abort,
          stop: line.stop,
        });
        const problem = vectorsProblem(embedded.vectors, missing.size);
        if (problem === undefined) return soundEmbedding(embedded, [...missing.values()]);
        throw new SimulationError(
          `${path}: ${model.provider}:${model.modelId} gave no usable vectors (${problem}); use another embedding model`,
        );
      });
      const vectors = new Map([...missing.keys()].map((hash, index) => [hash, result.vectors[index]!]));
      const { usage, latencyMs, ownDelayMs, attempts } = result;
      this.#options.budget?.add(model, usage);
      this.#options.sink.append({
        type: 'embeddings-recorded',
        v: JOURNAL_VERSION,
        path,
        model: modelRef(model),
        vectors: [...vectors].map(([hash, vector]) => ({ hash, vector: encodeVector(vector) })),
        usage,
        latencyMs,
        ...(ownDelayMs !== undefined && { ownDelayMs }),
        attempts: [...attempts],
        at: this.#options.clock.now(),
      });
      await this.#flush();
      return { result, vectors };
    });
  }

  /** Makes a call; when it fails, what it tried is kept for accounting. One that never left the queue was never made. */
  async #ask<Result>(
    path: string,
    line: Line,
    model: LanguageModel | EmbeddingModel,
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
        this.#options.sink.append({
          type: 'call-failed',
          v: JOURNAL_VERSION,
          path,
          kind: known ? error.kind : 'other',
          message: error instanceof Error ? error.message : String(error),
          model: modelRef(model),
          attempts,
          at: this.#options.clock.now(),
        });
      }
      if (known && error.kind === 'aborted' && line.stop.aborted) throw new LineStoppedError(path, { cause: line.stop.reason });
      throw error;
    }
  }

  /** @throws JournalWriteError, JournalConflictError; after that no call of this run starts, on whichever line */
  async #flush(): Promise<void> {
    try {
      await this.#options.sink.flush();
    } catch (error) {
      this.#broken ??= { error };
      throw error;
    }
  }

  #checkMayAsk(path: string, line: Line): void {
    if (this.#broken) throw this.#broken.error;
    if (this.#options.mode === 'replay') throw new ReplayDivergedError(path, 'answer-missing');
    line.checkMayAsk(path);
  }

  #appendPart(hash: string, text: string): void {
    if (this.#partHashes.has(hash)) return;
    this.#partHashes.add(hash);
    this.#options.sink.append({ type: 'part-recorded', v: JOURNAL_VERSION, hash, text });
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

function modelRef(model: LanguageModel | EmbeddingModel): Answer['model'] {
  return { provider: model.provider, modelId: model.modelId, ...(model.baseUrl !== undefined && { baseUrl: model.baseUrl }) };
}

function toAnswer(
  path: string,
  hash: string,
  model: LanguageModel,
  request: GenerateRequest,
  parts: readonly { readonly hash: string }[],
  result: GenerateResult,
  at: number,
): Answer {
  const { value: _parsedAgainOnReplay, ...kept } = result;
  const hashes = parts.map((part) => part.hash);
  let next = 0;
  return {
    type: 'answer-recorded',
    v: JOURNAL_VERSION,
    path,
    requestHash: hash,
    ...(request.label && { label: request.label }),
    model: modelRef(model),
    messages: request.messages.map((message) => ({
      role: message.role,
      parts: message.parts.map((part) => [part.kind, hashes[next++]!]),
    })),
    ...(request.schema && { schemaHash: schemaHash(request.schema) }),
    ...(request.sampling && { sampling: request.sampling }),
    result: { ...kept, attempts: [...kept.attempts], droppedParameters: [...kept.droppedParameters] },
    at,
  };
}

/** What the program sees of an answer: the same whether it is fresh or from the record. */
function toResult(answer: Answer): GenerateResult {
  return answer.result as GenerateResult;
}
