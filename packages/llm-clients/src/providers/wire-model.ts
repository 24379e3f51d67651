import { isLoopback, SEED_HEADER } from '../base-url.js';
import { AbortedError, type ProviderError } from '../errors/provider-errors.js';
import {
  type Attempt,
  type FinishReason,
  type GenerateRequest,
  type GenerateResult,
  type LanguageModel,
  type Message,
  NO_USAGE,
  type StructuredRung,
  wellFormedMessages,
} from '../language-model.js';
import { estimateTextTokens, estimateTokens } from '../tokens/estimate-tokens.js';
import { type ReportedUsage, settleUsage } from '../tokens/settle-usage.js';
import { withoutUndefined } from '../without-undefined.js';
import type { ModelCapabilities } from './capabilities.js';
import { createEndpointCaller, type EndpointReply, type WireResponse } from './endpoint-caller.js';
import type { FailureClass } from './failure-rules.js';
import { createFormWatch } from './form-watch.js';
import { LearnedLimits } from './learned-limits.js';
import type { Lesson } from './lesson.js';
import { createPromptGuard } from './prompt-guard.js';
import type { ProviderModelOptions } from './provider-model-options.js';
import { hasForeignCause } from './refusals/foreign-causes.js';
import { lowerRung, type ReadRefusal, readRefusal } from './refusals/read-refusal.js';
import { type PlanningWire, planRequest, type RequestPlan } from './request-plan.js';
import { type Refusal, RequestSearch, signatureOf } from './request-search.js';
import type { ResponseFailure } from './response-failure.js';
import { secretMembers } from './scrub-secrets.js';
import { createTeller } from './teller.js';
import { mergeBody } from './wire-fields.js';

/** Content of a reply's body, in the words of this package. */
export interface WireAnswer {
  readonly text: string;
  readonly finishReason: FinishReason;
  /** `null` for an error response, which providers do not charge for. */
  readonly usage: ReportedUsage | null;
  readonly reasoning?: string | undefined;
  readonly servedModel?: string | undefined;
  readonly servingProvider?: string | undefined;
  readonly fingerprint?: string | undefined;
  /** The body's own id, used where no header names the request. */
  readonly id?: string | undefined;
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

/**
 * A language model over one wire: plans the request, sends it, and turns what comes into a result or a typed error. A request that is
 * refused for a setting, for the reply's shape or for its roles is sent again as the service takes it (`RequestSearch`): one call finds
 * that out, calls that were refused meanwhile wait for it. Retries belong to the middleware above.
 */
export function createWireModel(options: ProviderModelOptions, wire: WireAdapter): LanguageModel {
  const { provider, modelId, capabilities } = options;
  const baseUrl = options.baseUrl ?? wire.defaultBaseUrl;
  const ask = createEndpointCaller({ ...options, baseUrl, path: wire.path });
  const limits = options.limits ?? new LearnedLimits(capabilities, wire.rungs);
  const planning: PlanningWire = {
    nativeSchema: wire.nativeSchema,
    rungs: wire.rungs,
    seedInHeader: isLoopback(baseUrl),
    needsMaxTokens: wire.needsMaxTokens,
  };
  const tell = createTeller(`${provider}:${modelId}`, limits, options.onEvent);
  const guard = createPromptGuard({ ...options, model: `${provider}:${modelId}`, limits, tell });
  const forms = createFormWatch({ limits, rungs: wire.rungs, tell, isSet: options.isRungSet ?? false });
  const serverFaults = new WeakMap<readonly Message[], string>();
  const seedHeader = (plan: RequestPlan): Readonly<Record<string, string>> =>
    capabilities.seedField === null && plan.seed !== undefined ? { [SEED_HEADER]: String(plan.seed) } : {};
  const planOf = (request: GenerateRequest, trial: readonly Lesson[]): RequestPlan =>
    planRequest(request, { capabilities, known: limits.known(trial), wire: planning });

  const send = (plan: RequestPlan, request: GenerateRequest, earlier: readonly Attempt[]) => {
    const body = mergeBody(wire.toBody(plan), plan.body);
    const headers = { ...request.providerOptions?.headers, ...seedHeader(plan) };
    return ask({
      body,
      headers: { ...headers, ...secretMembers(body) },
      timeoutMs: request.timeoutMs,
      signal: request.signal,
      requestTokens: () => estimateTokens(plan.messages) + (plan.maxOutputTokens ?? 0),
      earlier,
      send: (signal, onSent) => wire.send(body, { signal, onSent, headers }),
      read: (response) => wire.readAnswer(response),
    });
  };

  const readingOf = ({ failure, means, scrub }: RefusedReply, plan: RequestPlan, request: GenerateRequest): ReadRefusal => {
    const reading = readRefusal(failure, {
      means,
      modelId,
      plan,
      schema: request.schema,
      rungs: wire.rungs,
      otherTokensField: otherTokensField(plan.maxTokensField, capabilities),
      needsMaxTokens: wire.needsMaxTokens ?? false,
      efforts: capabilities.reasoning.kind === 'none' ? [] : capabilities.reasoning.efforts,
    });
    const lesson = repeatedFault(failure, plan, request, { means, serverFaults, rungs: wire.rungs, limits });
    const found = reading.kind === 'foreign' && lesson ? ({ kind: 'explained', lesson } as const) : reading;
    // Reasons are told to the user, and a service may quote the key.
    return found.kind === 'explained' ? { ...found, lesson: { ...found.lesson, reason: scrub(found.lesson.reason) } } : found;
  };

  return {
    provider,
    modelId,
    baseUrl,
    async generate(asked: GenerateRequest): Promise<GenerateResult> {
      await wire.load();
      const request: GenerateRequest = { ...asked, messages: wellFormedMessages(asked.messages) };
      const earlier: Attempt[] = [];
      const enter = (): Promise<() => void> => enterSearch(limits, request, { provider, modelId }, earlier);
      if (limits.search.isTaken) (await enter())();
      let search: RequestSearch | undefined;
      let leave: (() => void) | undefined;
      let isSettled = false as boolean;
      const settle = (found: readonly Lesson[]): void => {
        isSettled = true;
        for (const lesson of found) tell.lesson(lesson);
      };
      try {
        for (;;) {
          const { version } = limits;
          const plan = planOf(request, search?.changes ?? []);
          if (!search) tell.plan(plan);
          guard.beforeSending(plan);
          const reply = await send(plan, request, earlier);
          if (reply.ok) {
            if (search) {
              settle(search.succeed());
              tell.plan(plan);
            }
            const result = toResult(reply.answer, reply, plan, earlier);
            forms.noteReply(result, plan, request);
            return guard.afterReply(result, plan);
          }
          const salvaged = salvage(reply);
          if (salvaged) {
            if (search) settle(search.succeed());
            return toResult(salvaged, reply, plan, earlier);
          }

          const reading = readingOf(reply, plan, request);
          const said = reply.scrub(reply.failure.words.message) || `status ${String(reply.failure.status)}`;
          const refusal: Refusal = { failure: reply.failure, error: reply.error, plan, reading, said };
          if (!search) {
            const isHopeless = (): boolean => reading.kind === 'unexplained' && limits.isHopeless(signatureOf(refusal));
            if (reading.kind === 'foreign' || isHopeless()) throw withAdvice(reply.error, plan, reply.failure);
            earlier.push(reply.attempt);
            const out = await enter();
            // Somebody else has found out meanwhile.
            if (limits.version !== version && earlier.length <= MOST_REPEATS) {
              out();
              continue;
            }
            if (isHopeless()) {
              out();
              throw withAdvice(reply.error, plan, reply.failure);
            }
            leave = out;
            search = new RequestSearch(limits, {
              request,
              rungs: wire.rungs,
              mayDropMaxTokens: !(wire.needsMaxTokens ?? false),
            });
          } else {
            earlier.push(reply.attempt);
          }
          if (search.next(refusal)) continue;
          settle(search.fail());
          const { error, plan: refused, failure } = search.standing ?? refusal;
          error.attempts = [...earlier];
          throw withAdvice(error, refused, failure);
        }
      } finally {
        if (search && !isSettled) settle(search.breakOff());
        leave?.();
      }
    },
  };
}

type RefusedReply = EndpointReply<WireAnswer> & { readonly ok: false };

/** Refusals after which a call no longer trusts that others have found out. */
const MOST_REPEATS = 6;

async function enterSearch(
  limits: LearnedLimits,
  { signal }: GenerateRequest,
  details: { readonly provider: string; readonly modelId: string },
  earlier: readonly Attempt[],
): Promise<() => void> {
  try {
    return await limits.search.enter(signal);
  } catch (cause) {
    const error = new AbortedError(`The call to ${details.provider}:${details.modelId} was aborted by its caller`, {
      ...details,
      cause,
    });
    error.attempts = [...earlier];
    throw error;
  }
}

/** The other name that chat completions have for the limit of the reply, where it has not been tried. */
function otherTokensField(
  field: RequestPlan['maxTokensField'],
  { maxTokensField }: ModelCapabilities,
): RequestPlan['maxTokensField'] | undefined {
  if (field !== maxTokensField || field === 'max_output_tokens') return undefined;
  return field === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens';
}

/**
 * Returns the next rung to try after a fault of the server (500) that the same call met twice with a schema, in the same words. A
 * single fault, or one about load, is left to the retries.
 */
function repeatedFault(
  failure: ResponseFailure,
  plan: RequestPlan,
  request: GenerateRequest,
  {
    means,
    serverFaults,
    rungs,
    limits,
  }: {
    readonly means: FailureClass;
    readonly serverFaults: WeakMap<readonly Message[], string>;
    readonly rungs: readonly StructuredRung[];
    readonly limits: LearnedLimits;
  },
): Lesson | undefined {
  const { format } = plan;
  if (failure.status !== 500 || !request.schema || format?.rung !== 'json-schema' || hasForeignCause(failure, means))
    return undefined;
  const fault = signatureOf({ failure });
  const isRepeated = serverFaults.get(request.messages) === fault;
  serverFaults.set(request.messages, fault);
  if (!isRepeated || limits.isHopeless(fault)) return undefined;
  const reason = `it failed twice in the same way ("${failure.words.message}") with a schema`;
  return {
    kind: 'rung',
    from: format.rung,
    to: lowerRung(format.rung, rungs),
    reason,
    schema: limits.isProven(format.rung) ? request.schema : undefined,
  };
}

/** Adds to an error the user's own field that the refusal names: of `providerOptions`, only numbers are left out without asking. */
function withAdvice(error: ProviderError, plan: RequestPlan, { words }: ResponseFailure): ProviderError {
  if (error.kind !== 'rejected') return error;
  const text = `${words.param ?? ''} ${words.message}`;
  const field = Object.keys(plan.body ?? {}).find((name) => new RegExp(`(^|\\W)${name.replace(/\W/g, '.')}(\\W|$)`).test(text));
  if (field === undefined) return error;
  error.message += `; ${field} stands in providerOptions.body of your own configuration, and is sent as it is: take it out, or mend it`;
  return error;
}

function toResult(
  { id, usage, ...said }: WireAnswer,
  reply: EndpointReply<WireAnswer>,
  plan: RequestPlan,
  earlier: readonly Attempt[],
): GenerateResult {
  const requestId = reply.requestId ?? id;
  return withoutUndefined({
    ...said,
    text: said.text.toWellFormed(),
    reasoning: said.reasoning?.toWellFormed(),
    usage:
      usage === null
        ? NO_USAGE
        : settleUsage(usage, {
            inputTokens: () => estimateTokens(plan.messages),
            outputTokens: () => estimateTextTokens(said.text) + estimateTextTokens(said.reasoning ?? ''),
          }),
    latencyMs: reply.latencyMs,
    ownDelayMs: reply.attempt.ownDelayMs,
    attempts: [...earlier, { ...reply.attempt, outcome: 'answered' }],
    droppedParameters: [...new Set(plan.dropped.map((each) => each.parameter))],
    changedParameters:
      plan.changed.length > 0 ? Object.fromEntries(plan.changed.map(({ parameter, value }) => [parameter, value])) : undefined,
    requestId,
    structuredRung: plan.format?.rung,
  });
}

// Two error responses are answers of a kind: the filter's, and a model's text that the provider could not use and threw away.
function salvage({ means, failure, scrub, scrubReply }: RefusedReply): WireAnswer | undefined {
  const { failedGeneration, message } = failure.words;
  // The discarded text was generated all the same, and is paid for.
  if (means === 'unusable-reply' || failedGeneration !== undefined)
    return { text: scrubReply(failedGeneration ?? ''), finishReason: 'other', usage: {} };
  if (means === 'cut-reply') return { text: '', finishReason: 'length', usage: {} };
  if (means === 'refusal') return { text: scrub(message), finishReason: 'content-filter', usage: null };
  return undefined;
}
