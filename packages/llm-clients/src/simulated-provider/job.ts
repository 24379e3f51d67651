import type { Clock } from '../clock/clock.js';
import { answerOffline, hashOfflineRequest } from '../offline/answer-offline.js';
import type { ContentFaultShares } from '../offline/content-faults.js';
import { estimateTokens } from '../offline/estimate-tokens.js';
import type { JsonSchema } from '../offline/json-schema.js';
import { splitSchemaInstruction } from '../offline/schema-instruction.js';
import { hashText } from '../offline/text-hasher.js';
import { toOfflineRequest } from '../offline/to-offline-request.js';
import { anthropicWire } from './anthropic-wire.js';
import { ApiFailure, type Vendor } from './api-failure.js';
import { countEmbeddingTokens, readEmbeddings, writeEmbeddings } from './embeddings-wire.js';
import { contentShares, type Fault, isContentFault, unknownModel } from './faults.js';
import { openAiChatWire } from './openai-chat-wire.js';
import { openAiResponsesWire } from './openai-responses-wire.js';
import { AnthropicPromptCache, type CacheLookup, OpenAiPromptCache } from './prompt-cache.js';
import type { SimulatedProviderOptions } from './simulated-provider-options.js';
import type { Wire, WireRequest } from './wire.js';

/** What a request asks for, whichever endpoint it came to. */
export interface Job {
  readonly model: string;
  readonly hash: string;
  readonly note?: string;
  readonly seed?: number;
  readonly inputTokens: number;
  readonly cache: CacheLookup;
  answer(fault: Fault | undefined, id: string): { readonly body: unknown; readonly outputTokens: number };
}

export interface JobSource {
  readonly path: string;
  readonly vendor: Vendor;
  /** The account; never logged. */
  readonly key: string;
  readonly seed: number | undefined;
  readonly body: unknown;
}

const WIRES: ReadonlyMap<string, Wire> = new Map(
  [openAiChatWire, openAiResponsesWire, anthropicWire].map((wire) => [wire.path, wire]),
);
const NO_CACHE: CacheLookup = { readTokens: 0, writeTokens: [0, 0], store: () => undefined };

/** Turns request bodies into jobs, and holds the prompt caches they are looked up in. */
export class JobReader {
  readonly #options: SimulatedProviderOptions;
  readonly #clock: Clock;
  readonly #contentFaults: ContentFaultShares;
  readonly #openAiCache = new OpenAiPromptCache();
  readonly #anthropicCache = new AnthropicPromptCache();

  constructor(options: SimulatedProviderOptions, clock: Clock) {
    this.#options = options;
    this.#clock = clock;
    this.#contentFaults = contentShares(options.faults ?? {});
  }

  /** @throws ApiFailure 400 or 404 */
  read(source: JobSource): Job {
    const wire = WIRES.get(source.path);
    if (wire) return this.#generation(wire, source);
    if (source.path === '/v1/embeddings') return this.#embedding(source);
    throw new ApiFailure({ status: 404, message: `Invalid URL (POST ${source.path})`, code: 'unknown_url' });
  }

  clear(): void {
    this.#openAiCache.clear();
    this.#anthropicCache.clear();
  }

  #embedding(source: JobSource): Job {
    const request = readEmbeddings(source.body);
    this.#checkModel(request.model, source.vendor);
    return {
      model: request.model,
      hash: hashText(`${request.model}\n${JSON.stringify(request.texts)}`),
      inputTokens: countEmbeddingTokens(request),
      cache: NO_CACHE,
      answer: () => ({ body: writeEmbeddings(request), outputTokens: 0 }),
    };
  }

  #generation(wire: Wire, source: JobSource): Job {
    const request = wire.read(source.body);
    const { model, messages, maxOutputTokens } = request;
    this.#checkModel(model, source.vendor);
    const seed = request.seed ?? source.seed;
    const schema = request.schema ?? appendedSchema(messages);
    const offlineRequest = toOfflineRequest(messages);
    const requestHash = hashOfflineRequest(offlineRequest);
    const note = this.#options.note?.(offlineRequest);
    const { inputTokens, cache } = this.#count(wire, request, `${source.key}\n${model}`);
    return {
      model,
      hash: hashText(`${model}\n${requestHash}`),
      ...(note !== undefined && { note }),
      ...(seed !== undefined && { seed }),
      inputTokens,
      cache,
      answer: (fault, id) => {
        const contentFaults = fault && isContentFault(fault) ? { [fault]: 1 } : this.#contentFaults;
        const answer = answerOffline(
          {
            request: offlineRequest,
            requestHash,
            ...(schema && { schema: () => schema }),
            ...(seed !== undefined && { seed }),
            ...(maxOutputTokens !== undefined && { maxOutputTokens }),
          },
          { responders: this.#options.responders ?? [], contentFaults },
        );
        const created = Math.floor(this.#clock.now() / 1_000);
        return { body: wire.write({ id, model, created, answer, inputTokens, cache }), outputTokens: answer.outputTokens };
      },
    };
  }

  // OpenAI counts and caches one running text, Anthropic block by block.
  #count(wire: Wire, { blocks }: WireRequest, account: string): { readonly inputTokens: number; readonly cache: CacheLookup } {
    const now = this.#clock.now();
    if (wire.vendor === 'anthropic') {
      const inputTokens = blocks.reduce((total, block) => total + estimateTokens(block.text), 0);
      return { inputTokens, cache: this.#anthropicCache.lookUp(account, blocks, now) };
    }
    const prompt = blocks.map((block) => block.text).join('\n');
    return { inputTokens: estimateTokens(prompt), cache: this.#openAiCache.lookUp(account, prompt, now) };
  }

  #checkModel(model: string, vendor: Vendor): void {
    const { models } = this.#options;
    if (!models || models.includes(model)) return;
    throw unknownModel(model, vendor);
  }
}

function appendedSchema(messages: WireRequest['messages']): JsonSchema | undefined {
  const asked = messages.findLast((message) => message.role === 'user');
  return asked && splitSchemaInstruction(asked.text).schema;
}
