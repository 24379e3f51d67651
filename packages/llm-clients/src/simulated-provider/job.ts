import type { Clock } from '../clock/clock.js';
import { answerOffline, estimateTokens, hashOfflineRequest, type OfflineAnswer } from '../offline/answer-offline.js';
import type { ContentFaultShares } from '../offline/content-faults.js';
import { type JsonSchema, splitSchemaInstruction } from '../offline/schema-instruction.js';
import { seededRandom } from '../offline/seeded-random.js';
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
import { callOffered } from './tool-offer.js';
import type { Wire, WireAnswer, WireEvent, WireRequest } from './wire.js';

/** A request's task, whichever endpoint it came to. */
export interface Job {
  readonly model: string;
  readonly hash: string;
  readonly note?: string | undefined;
  readonly seed?: number | undefined;
  readonly inputTokens: number;
  readonly cache: CacheLookup;
  answer(fault: Fault | undefined, id: string): JobAnswer;
}

/** A reply whole, or in the pieces that were asked for. */
export interface JobAnswer {
  readonly body: unknown;
  readonly events?: readonly WireEvent[] | undefined;
  readonly outputTokens: number;
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
const FURTHER_SEED = 1_000_003;
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
    const request = readEmbeddings(source.body, this.#options.strict ?? false);
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
    const request = wire.read(source.body, this.#options.strict ?? false);
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
      note,
      seed,
      inputTokens,
      cache,
      answer: (fault, id) => {
        const contentFaults = fault && isContentFault(fault) ? { [fault]: 1 } : this.#contentFaults;
        const say = (number: number): WireAnswer => {
          // Further replies are those to further seeds.
          const itsSeed = number === 0 ? seed : (seed ?? 0) + number * FURTHER_SEED;
          const answer = answerOffline(
            {
              request: offlineRequest,
              requestHash,
              schema: schema ? () => schema : undefined,
              seed: itsSeed,
              maxOutputTokens,
            },
            { responders: this.#options.responders ?? [], contentFaults },
          );
          return finish(answer, request, `${requestHash}:${itsSeed ?? ''}:tool`);
        };
        const answers: [WireAnswer, ...WireAnswer[]] = [say(0)];
        for (let number = 1; number < (request.replies ?? 1); number++) answers.push(say(number));
        const created = Math.floor(this.#clock.now() / 1_000);
        const reply = { id, model, created, answers, inputTokens, cache };
        return {
          body: wire.write(reply),
          events: request.stream ? wire.stream(reply, request.stream) : undefined,
          outputTokens: answers.reduce((total, answer) => total + answer.outputTokens, 0),
        };
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

/** Turns a reply into a tool call or cuts it at a stop text, if the request offers tools or names stop texts. */
function finish(answer: OfflineAnswer, { tools, stops = [] }: WireRequest, source: string): WireAnswer {
  if (answer.finishReason === 'refusal') return answer;
  const toolCall = tools && callOffered(tools, seededRandom(source));
  if (toolCall)
    return { ...answer, text: '', finishReason: 'tool', toolCall, outputTokens: estimateTokens(JSON.stringify(toolCall)) };
  const found = stops
    .map((stop) => ({ stop, at: answer.text.indexOf(stop) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0];
  if (!found) return answer;
  const text = answer.text.slice(0, found.at);
  return { ...answer, text, finishReason: 'stop-text', stoppedBy: found.stop, outputTokens: estimateTokens(text) };
}

function appendedSchema(messages: WireRequest['messages']): JsonSchema | undefined {
  const asked = messages.findLast((message) => message.role === 'user');
  return asked && splitSchemaInstruction(asked.text).schema;
}
