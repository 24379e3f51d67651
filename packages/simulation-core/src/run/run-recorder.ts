import type {
  EmbedOptions,
  EmbedResult,
  EmbeddingModel,
  GenerateRequest,
  GenerateResult,
  LanguageModel,
} from '@entente/llm-clients';
import { NO_USAGE } from '@entente/llm-clients';
import { ReplayDivergedError } from '../errors/run-errors.js';
import { digest } from '../hash/digest.js';
import type { EntryOf } from '../journal/entry.js';
import { type Answer, outlivesStep, type RunRecord, structureKey } from '../journal/record.js';
import { deferredPath, isCallWithin } from '../scope/call-path.js';
import type { CallSite, Recorder, StructureNote } from '../scope/recorder.js';
import { type AskedCall, hashCall } from './asked-call.js';
import type { CountingSink } from './counting-sink.js';
import { decodeVector } from './vector-coding.js';

/** Texts to embed, by digest of model and text. */
export type TextsByDigest = ReadonlyMap<string, string>;

/** Makes the calls that are not on record. */
export interface Asker {
  /** @throws the reason why no call may start at this place */
  checkMayAsk(site: CallSite): void;
  /** Makes a call and puts its answer on record. */
  generate(call: AskedCall): Promise<Answer>;
  /** Embeds texts and puts their vectors on record; returns the vectors by digest. */
  embed(
    model: EmbeddingModel,
    texts: TextsByDigest,
    options: EmbedOptions,
    site: CallSite,
  ): Promise<{ readonly result: EmbedResult; readonly vectors: ReadonlyMap<string, Float32Array> }>;
}

/** The asker of a replay: refuses every call, as no model may be asked. */
export const refusingAsker: Asker = {
  checkMayAsk,
  generate: async ({ site }) => checkMayAsk(site),
  embed: async (_model, _texts, _options, site) => checkMayAsk(site),
};

/** @throws ReplayDivergedError */
function checkMayAsk({ path }: CallSite): never {
  throw new ReplayDivergedError(path, 'answer-missing');
}

/** The parts of a record that answer calls. */
export type RecordedCalls = Pick<RunRecord, 'answers' | 'vectors' | 'openStructure'>;

/** Stands between scopes and models: returns an answer on record at once, and leaves all other calls to its asker. */
export class RunRecorder implements Recorder {
  readonly #asker: Asker;
  readonly #sink: CountingSink;
  readonly #answers: Map<string, Answer>;
  readonly #recordedVectors: ReadonlyMap<string, string>;
  readonly #vectors = new Map<string, Promise<Float32Array>>();
  readonly #structure: Set<string>;
  #fromRecord = 0;

  constructor(recorded: RecordedCalls, sink: CountingSink, asker: Asker) {
    this.#asker = asker;
    this.#sink = sink;
    this.#answers = new Map(recorded.answers);
    this.#recordedVectors = recorded.vectors;
    this.#structure = new Set(recorded.openStructure);
  }

  /** Number of calls answered from the record so far. */
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
    this.#sink.append(entry);
  }

  /** Drops structure and answers of a step that has ended: nothing asks for them again. */
  forgetStep(step: string): void {
    for (const key of this.#structure) if (!outlivesStep(key)) this.#structure.delete(key);
    this.#forgetAnswers(step);
  }

  /** Drops the answers of deferred work that has been joined. */
  forgetWork(key: string): void {
    this.#forgetAnswers(deferredPath(key));
  }

  async generate(model: LanguageModel, request: GenerateRequest, site: CallSite): Promise<GenerateResult> {
    const call = hashCall(model, request, site);
    const recorded = this.#answers.get(site.path);
    if (recorded && (recorded.requestHash === call.requestHash || recorded.edited)) {
      this.#fromRecord++;
      return toResult(recorded);
    }
    if (recorded && !recorded.inherited)
      throw new ReplayDivergedError(site.path, 'request-changed', recorded.requestHash, call.requestHash);
    this.#asker.checkMayAsk(site);
    return toResult(await this.#asker.generate(call));
  }

  /** Embeds each text once a run: takes vectors on record, waits for those under way, and asks for the rest. */
  async embed(model: EmbeddingModel, texts: readonly string[], options: EmbedOptions, site: CallSite): Promise<EmbedResult> {
    const hashes = texts.map((text) => digest(`${model.provider}:${model.modelId}\n${text}`));
    const missing = new Map<string, string>();
    hashes.forEach((hash, index) => {
      const recorded = this.#recordedVectors.get(hash);
      if (recorded !== undefined && !this.#vectors.has(hash)) this.#vectors.set(hash, Promise.resolve(decodeVector(recorded)));
      if (!this.#vectors.has(hash)) missing.set(hash, texts[index]!);
    });
    let spent: Pick<EmbedResult, 'usage' | 'latencyMs' | 'attempts'> = { usage: NO_USAGE, latencyMs: 0, attempts: [] };
    if (missing.size > 0) {
      this.#asker.checkMayAsk(site);
      const embedding = this.#asker.embed(model, missing, options, site);
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

  #forgetAnswers(scope: string): void {
    for (const path of this.#answers.keys()) if (isCallWithin(path, scope)) this.#answers.delete(path);
  }
}

/** Returns what the program sees of an answer: the same for a fresh one and one from the record. */
function toResult(answer: Answer): GenerateResult {
  return answer.result as GenerateResult;
}
