import {
  type Attempt,
  type FinishReason,
  type GenerateRequest,
  type GenerateResult,
  type LanguageModel,
  NO_USAGE,
} from '../language-model.js';
import { estimateTextTokens, estimateTokens } from '../tokens/estimate-tokens.js';
import { type ReportedUsage, settleUsage } from '../tokens/settle-usage.js';
import type { ClientEvent } from '../model-clients.js';
import { wellFormedMessages } from '../text/well-formed-messages.js';
import { createEndpointCaller, type EndpointReply, type WireResponse } from './endpoint-caller.js';
import { createLearnedLimits, type Lesson } from './learned-limits.js';
import { isLoopback, SEED_HEADER } from './loopback.js';
import { mergeBody } from './merge-body.js';
import type { ProviderModelOptions } from './provider-model-options.js';
import { planRequest, type PlanningWire, type RequestPlan } from './request-plan.js';
import { secretMembers, type SecretScrubber } from './scrub-secrets.js';
import type { FailureClass } from './failure-rules.js';

/** What a reply's body says, in our words. */
export interface WireAnswer {
  readonly text: string;
  readonly finishReason: FinishReason;
  /** `null` for an error response, which providers do not charge for. */
  readonly usage: ReportedUsage | null;
  readonly reasoning?: string;
  readonly servedModel?: string;
  readonly servingProvider?: string;
  readonly fingerprint?: string;
  /** The body's own id, used where no header names the request. */
  readonly id?: string;
}

export interface SendOptions {
  readonly signal: AbortSignal;
  /** Called when the request has left this process, by a fetch that tells. */
  readonly onSent: () => void;
  readonly headers: Readonly<Record<string, string>>;
}

/** One HTTP interface: how a plan becomes a body, and a body an answer. */
export interface WireAdapter extends Omit<PlanningWire, 'seedInHeader'> {
  readonly defaultBaseUrl: string;
  /** Path below the base URL, for events. */
  readonly path: string;
  /** Loads the SDK, so that a first call's latency is the provider's alone. */
  load(): Promise<unknown>;
  toBody(plan: RequestPlan): Record<string, unknown>;
  /** @throws ResponseFailure on an error response, anything else where no response came */
  send(body: Readonly<Record<string, unknown>>, options: SendOptions): Promise<WireResponse>;
  /** @throws ResponseFailure where the body holds an error, Error where it is not what the wire promises */
  readAnswer(response: WireResponse): WireAnswer;
}

// More lessons than settings and rungs together: a bound for a server that complains for ever.
const MOST_LESSONS = 10;

/**
 * A language model over one wire: plans the request, sends it once (again only where the model refused a setting it does
 * not take), and turns what comes into a result or a typed error. Retries belong to the middleware above.
 */
export function createWireModel(options: ProviderModelOptions, wire: WireAdapter): LanguageModel {
  const { provider, modelId, capabilities } = options;
  const baseUrl = options.baseUrl ?? wire.defaultBaseUrl;
  const ask = createEndpointCaller({ ...options, baseUrl, path: wire.path });
  const limits = createLearnedLimits(capabilities, wire.rungs);
  const planning: PlanningWire = { nativeSchema: wire.nativeSchema, rungs: wire.rungs, seedInHeader: isLoopback(baseUrl) };
  const tell = createTeller(`${provider}:${modelId}`, options.onEvent);
  const seedHeader = (plan: RequestPlan): Readonly<Record<string, string>> =>
    capabilities.seedField === null && plan.seed !== undefined ? { [SEED_HEADER]: String(plan.seed) } : {};

  return {
    provider,
    modelId,
    baseUrl,
    async generate(asked: GenerateRequest): Promise<GenerateResult> {
      await wire.load();
      const request: GenerateRequest = { ...asked, messages: wellFormedMessages(asked.messages) };
      const earlier: Attempt[] = [];
      for (;;) {
        const plan = planRequest(request, { capabilities, limits, wire: planning });
        for (const { parameter, reason } of plan.dropped) tell({ kind: 'parameter', parameter, reason });
        const body = mergeBody(wire.toBody(plan), request.providerOptions?.body);
        const headers = { ...request.providerOptions?.headers, ...seedHeader(plan) };
        const reply = await ask({
          body,
          headers: { ...headers, ...secretMembers(body) },
          timeoutMs: request.timeoutMs,
          signal: request.signal,
          requestTokens: () => estimateTokens(plan.messages) + (plan.maxOutputTokens ?? 0),
          earlier,
          send: (signal, onSent) => wire.send(body, { signal, onSent, headers }),
          read: (response) => wire.readAnswer(response),
        });

        if (reply.ok) return toResult(reply.answer, reply, plan, earlier);
        const salvaged = salvage(reply);
        if (salvaged) return toResult(salvaged, reply, plan, earlier);
        const lesson = earlier.length < MOST_LESSONS ? limits.learn(reply.failure, plan, request.schema) : undefined;
        if (!lesson) throw reply.error;
        tell(lesson, reply.scrub);
        earlier.push(reply.attempt);
      }
    },
  };
}

function toResult(
  { id, usage, ...said }: WireAnswer,
  reply: EndpointReply<WireAnswer>,
  plan: RequestPlan,
  earlier: readonly Attempt[],
): GenerateResult {
  const requestId = reply.requestId ?? id;
  return {
    ...said,
    text: said.text.toWellFormed(),
    ...(said.reasoning !== undefined && { reasoning: said.reasoning.toWellFormed() }),
    usage:
      usage === null
        ? NO_USAGE
        : settleUsage(usage, {
            inputTokens: () => estimateTokens(plan.messages),
            outputTokens: () => estimateTextTokens(said.text) + estimateTextTokens(said.reasoning ?? ''),
          }),
    latencyMs: reply.latencyMs,
    ...(reply.attempt.ownDelayMs !== undefined && { ownDelayMs: reply.attempt.ownDelayMs }),
    attempts: [...earlier, { ...reply.attempt, outcome: 'answered' }],
    droppedParameters: [...new Set(plan.dropped.map((each) => each.parameter))],
    ...(requestId !== undefined && { requestId }),
    ...(plan.format && { structuredRung: plan.format.rung }),
  };
}

// Two error responses are answers of a kind: the filter's, and a model's text that the provider could not use and threw away.
function salvage({ means, failure, scrub, scrubReply }: FailedReply): WireAnswer | undefined {
  const { failedGeneration, message } = failure.words;
  // What was thrown away was written all the same, and is paid for.
  if (means === 'unusable-reply' || failedGeneration !== undefined)
    return { text: scrubReply(failedGeneration ?? ''), finishReason: 'other', usage: {} };
  if (means === 'cut-reply') return { text: '', finishReason: 'length', usage: {} };
  if (means === 'refusal') return { text: scrub(message), finishReason: 'content-filter', usage: null };
  return undefined;
}

type FailedReply = Extract<EndpointReply<WireAnswer>, { readonly ok: false }>;

/** Tells each lesson once. */
function createTeller(
  model: string,
  onEvent: ((event: ClientEvent) => void) | undefined,
): (lesson: Lesson, scrub?: SecretScrubber) => void {
  const told = new Set<string>();
  return (lesson, scrub = (text) => text) => {
    if (lesson.kind === 'form' || !onEvent) return;
    const key = lesson.kind === 'parameter' ? lesson.parameter : `${lesson.from}>${lesson.to}`;
    if (told.has(key)) return;
    told.add(key);
    const reason = scrub(lesson.reason);
    if (lesson.kind === 'parameter') onEvent({ type: 'parameter-dropped', model, parameter: lesson.parameter, reason });
    else onEvent({ type: 'rung-lowered', model, from: lesson.from, to: lesson.to, reason });
  };
}
