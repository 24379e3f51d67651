import type { z } from 'zod';
import { withoutUndefined } from './without-undefined.js';

export const MESSAGE_ROLES = ['system', 'user', 'assistant'] as const;
export type MessageRole = (typeof MESSAGE_ROLES)[number];

/**
 * Lifetimes of a piece of a message: `stable` for the whole run (rules, persona), `history` only grows, `tail` changes with every
 * call. Kinds come in this order, because providers cache prefixes; a cache breakpoint may follow the last `stable` and the last
 * `history` part.
 */
export const PART_KINDS = ['stable', 'history', 'tail'] as const;
export type PartKind = (typeof PART_KINDS)[number];

export interface MessagePart {
  readonly kind: PartKind;
  readonly text: string;
}

/** One turn of the conversation; its text is its parts joined by a blank line (see `messageText`). */
export interface Message {
  readonly role: MessageRole;
  readonly parts: readonly MessagePart[];
}

export const REASONING_EFFORTS = ['none', 'minimal', 'low', 'medium', 'high'] as const;
export type ReasoningEffort = (typeof REASONING_EFFORTS)[number];

/** How a reply of a given shape is asked for, strongest first. */
export const STRUCTURED_RUNGS = ['json-schema', 'json-object', 'prompt'] as const;
export type StructuredRung = (typeof STRUCTURED_RUNGS)[number];

/** Settings that change the reply of a model. All but `seed` are part of a request's identity. */
export interface Sampling {
  /** 0 to 2, as the provider reads it. */
  readonly temperature?: number | undefined;
  readonly topP?: number | undefined;
  /** Sent where the wire has one; elsewhere as a header, to loopback hosts only. Never part of a request's hash. */
  readonly seed?: number | undefined;
  readonly reasoningEffort?: ReasoningEffort | undefined;
  /** Upper bound of the reply, reasoning included, in tokens. */
  readonly maxOutputTokens?: number | undefined;
}

/** Options of a provider that this package has no name for. They are sent unchanged. */
export interface ProviderOptions {
  /** Merged into the request body (OpenRouter's `provider`, vLLM's `guided_json`, ...). */
  readonly body?: Readonly<Record<string, unknown>> | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Name and version of the prompt a request was rendered from; usage and cost are grouped by it. */
export interface PromptLabel {
  readonly name: string;
  readonly version: string;
}

/**
 * Place of a call in the queue of its endpoint: a smaller `order` (an older run) goes first, and within a run deferred work goes
 * last.
 */
export interface QueuePlace {
  readonly order: number;
  readonly deferred: boolean;
}

/** Ways to send the shape of a reply: in the request's own field for it, or in the words of the messages. */
export const REPLY_SHAPES = ['native', 'in-words'] as const;

export interface GenerateRequest {
  readonly messages: readonly Message[];
  /** The shape the reply must have; the provider asks for it on the strongest rung it supports. */
  readonly schema?: z.ZodType | undefined;
  /**
   * `in-words`: the messages describe the shape themselves, and the schema is not sent; only JSON mode is requested where the
   * provider has one. A schema that is sent counts as the beginning of the prompt, so prompts of different shapes would share
   * nothing in a provider's cache. @default 'native', on the strongest rung
   */
  readonly shape?: (typeof REPLY_SHAPES)[number] | undefined;
  /**
   * Describes the schema in words as well as in the request's own field, for a server that ignores the field. Never part of a
   * request's hash.
   */
  readonly spellShape?: boolean | undefined;
  readonly sampling?: Sampling | undefined;
  readonly providerOptions?: ProviderOptions | undefined;
  readonly label?: PromptLabel | undefined;
  /** One attempt's limit in milliseconds, from the moment the request is sent. */
  readonly timeoutMs?: number | undefined;
  /** Limit over all attempts and back-offs in milliseconds; time spent queueing does not count. */
  readonly deadlineMs?: number | undefined;
  readonly queue?: QueuePlace | undefined;
  /** Cuts the call, a request under way included. */
  readonly signal?: AbortSignal | undefined;
  /** Lets no further request start: the call leaves its queue or back-off as aborted, a request under way goes on. */
  readonly stop?: AbortSignal | undefined;
}

/** Tokens of one call. `inputTokens` and `outputTokens` are totals: the cache and reasoning figures are parts of them. */
export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cacheReadTokens: number;
  readonly cacheWriteTokens: number;
  readonly reasoningTokens: number;
  /** Set where the provider did not report a count that can be right, so that one was estimated from the texts. A sum with such a part has it too. */
  readonly estimated?: true | undefined;
}

export const FINISH_REASONS = ['stop', 'length', 'refusal', 'content-filter', 'other'] as const;
export type FinishReason = (typeof FINISH_REASONS)[number];

export const ATTEMPT_OUTCOMES = [
  'answered',
  'abandoned',
  'rate-limited',
  'timed-out',
  'transport',
  'rejected',
  'aborted',
] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

/** One HTTP request made for a call. An `abandoned` one lost a hedge: it may have been billed, its cost is unknown. */
export interface Attempt {
  readonly outcome: AttemptOutcome;
  /** From request to reply in milliseconds, as this process saw it. */
  readonly latencyMs: number;
  /** How much of it this process itself has caused, being busy; absent where that is not known. See `modelTimeMs`. */
  readonly ownDelayMs?: number | undefined;
  readonly status?: number;
  readonly message?: string;
  readonly requestId?: string;
}

/** Answer of a model. A refusal or a cut reply is a result too (see `finishReason`); only broken plumbing throws. */
export interface GenerateResult {
  readonly text: string;
  /** The parsed and validated reply; set by `generateStructured`, never by a provider. */
  readonly value?: unknown;
  readonly reasoning?: string;
  readonly finishReason: FinishReason;
  readonly usage: Usage;
  /** The winning attempt's time in milliseconds, as this process saw it: no queue, no back-off. */
  readonly latencyMs: number;
  /** How much of it this process itself has caused, being busy; absent where that is not known. See `modelTimeMs`. */
  readonly ownDelayMs?: number | undefined;
  /** Every HTTP request made, the winning one last. */
  readonly attempts: readonly Attempt[];
  readonly requestId?: string;
  /** The model that the provider reports having served. */
  readonly servedModel?: string;
  /** The upstream host an aggregator routed to. */
  readonly servingProvider?: string;
  readonly fingerprint?: string;
  /** Names of settings that the model does not take and that were left out. */
  readonly droppedParameters: readonly string[];
  /**
   * Settings that were sent with another value, because the model does not take what was asked for: the value by name; `systemRole` for
   * the role of the instructions, `prompt` for the number of tokens that a server read of a prompt which it cut.
   */
  readonly changedParameters?: Readonly<Record<string, number | string>>;
  /** The rung a `schema` was asked for on. */
  readonly structuredRung?: StructuredRung;
}

/**
 * Anything that answers a request: a vendor, a local server, the offline model, a script, a person.
 * @throws ProviderError and its subclasses, when the provider returned no answer
 */
export interface LanguageModel {
  /** The provider's name, `openai`, `anthropic`, `offline`, `human`, ... */
  readonly provider: string;
  readonly modelId: string;
  /** Scheme, host and path of the endpoint, where there is one; never with a key. */
  readonly baseUrl?: string | undefined;
  /** Settings for all requests that do not set their own. A run with other defaults is another run. @default nothing */
  readonly defaults?: ModelDefaults | undefined;
  generate(request: GenerateRequest): Promise<GenerateResult>;
}

/** Settings laid under the requests to a model. */
export interface ModelDefaults {
  readonly sampling?: Sampling | undefined;
  /** Further members of the request's body. */
  readonly body?: Readonly<Record<string, unknown>> | undefined;
}

export const NO_USAGE: Usage = { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0, reasoningTokens: 0 };

export function addUsage(a: Usage, b: Usage): Usage {
  return withoutUndefined({
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    cacheReadTokens: a.cacheReadTokens + b.cacheReadTokens,
    cacheWriteTokens: a.cacheWriteTokens + b.cacheWriteTokens,
    reasoningTokens: a.reasoningTokens + b.reasoningTokens,
    estimated: a.estimated ?? b.estimated,
  });
}

/** The time the model took, in milliseconds: the latency less what this process itself has caused of it. Between 0 and the latency. */
export function modelTimeMs({
  latencyMs,
  ownDelayMs = 0,
}: {
  readonly latencyMs: number;
  readonly ownDelayMs?: number | undefined;
}): number {
  return Math.min(latencyMs, Math.max(0, latencyMs - ownDelayMs));
}

/** A message as one text, as every provider receives it. */
export function messageText(message: Message): string {
  return message.parts.map((part) => part.text).join('\n\n');
}

interface Identity {
  readonly provider: string;
  readonly modelId: string;
  readonly baseUrl?: string | undefined;
  readonly defaults?: ModelDefaults | undefined;
}

/** Returns the identity of a model, for the wrappers around it: a wrapped model answers as the same model. */
export function identityOf({ provider, modelId, baseUrl, defaults }: Identity): Identity {
  return { provider, modelId, baseUrl, defaults };
}

/**
 * Replaces half characters (lone surrogates) in messages by U+FFFD: most services refuse a request with one, and would refuse it
 * again on every resume. Well-formed messages, as nearly all are, are returned unchanged.
 */
export function wellFormedMessages(messages: readonly Message[]): readonly Message[] {
  const isWellFormed = (message: Message): boolean => message.parts.every((part) => part.text.isWellFormed());
  if (messages.every(isWellFormed)) return messages;
  return messages.map((message) =>
    isWellFormed(message)
      ? message
      : { ...message, parts: message.parts.map((part) => ({ ...part, text: part.text.toWellFormed() })) },
  );
}
