import { AbortedError, type ProviderError, type ProviderErrorKind, TimeoutError } from '../errors/provider-errors.js';
import {
  type Attempt,
  type AttemptOutcome,
  type FinishReason,
  type GenerateRequest,
  type GenerateResult,
  type LanguageModel,
  NO_USAGE,
  type Usage,
} from '../language-model.js';
import type { ClientEvent } from '../model-clients.js';
import { createLearnedLimits, type Lesson } from './learned-limits.js';
import { isLoopback, SEED_HEADER } from './loopback.js';
import { mergeBody } from './merge-body.js';
import type { ProviderModelOptions } from './provider-model-options.js';
import { type HeaderReader, readRateLimitHeaders } from './rate-limit-headers.js';
import { planRequest, type PlanningWire, type RequestPlan } from './request-plan.js';
import { ResponseFailure } from './response-failure.js';
import { createSecretScrubber, type SecretScrubber } from './scrub-secrets.js';
import { isContentFiltered, networkToProviderError, responseToProviderError } from './to-provider-error.js';
import { CutShort, underDeadline } from './under-deadline.js';

/** A response as the SDK hands it over: its body parsed, its headers at hand. */
export interface WireResponse {
  readonly data: unknown;
  readonly status: number;
  readonly headers: HeaderReader;
}

/** What a reply's body says, in our words. */
export interface WireAnswer {
  readonly text: string;
  readonly finishReason: FinishReason;
  readonly usage: Usage;
  readonly reasoning?: string;
  readonly servedModel?: string;
  readonly servingProvider?: string;
  readonly fingerprint?: string;
  /** The body's own id, used where no header names the request. */
  readonly id?: string;
}

export interface SendOptions {
  readonly signal: AbortSignal;
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
  readAnswer(data: unknown, response: WireResponse): WireAnswer;
}

// More lessons than settings and rungs together: a bound for a server that complains for ever.
const MOST_LESSONS = 10;

const OUTCOMES: Readonly<Record<ProviderErrorKind, AttemptOutcome>> = {
  authentication: 'rejected',
  'unknown-model': 'rejected',
  'credit-exhausted': 'rejected',
  rejected: 'rejected',
  'rate-limit': 'rate-limited',
  'time-out': 'timed-out',
  transport: 'transport',
  aborted: 'aborted',
};

/**
 * A language model over one wire: plans the request, sends it once (again only where the model refused a setting it does
 * not take), and turns what comes into a result or a typed error. Retries belong to the middleware above.
 */
export function createWireModel(options: ProviderModelOptions, wire: WireAdapter): LanguageModel {
  const { provider, modelId, capabilities, clock, onEvent } = options;
  const baseUrl = options.baseUrl ?? wire.defaultBaseUrl;
  const model = `${provider}:${modelId}`;
  const limits = createLearnedLimits(capabilities, wire.rungs);
  const planning: PlanningWire = { nativeSchema: wire.nativeSchema, rungs: wire.rungs, seedInHeader: isLoopback(baseUrl) };
  const told = new Set<string>();

  const tellOnce = (event: ClientEvent, key: string): void => {
    if (told.has(key)) return;
    told.add(key);
    onEvent?.(event);
  };
  const tellLesson = (lesson: Lesson, scrub: SecretScrubber): void => {
    if (lesson.kind === 'parameter') {
      const { parameter } = lesson;
      tellOnce({ type: 'parameter-dropped', model, parameter, reason: scrub(lesson.reason) }, parameter);
    } else if (lesson.kind === 'rung') {
      const { from, to } = lesson;
      tellOnce({ type: 'rung-lowered', model, from, to, reason: scrub(lesson.reason) }, `${from}>${to}`);
    }
  };

  return {
    provider,
    modelId,
    baseUrl,
    async generate(request: GenerateRequest): Promise<GenerateResult> {
      const ownHeaders = request.providerOptions?.headers;
      let scrubber: SecretScrubber | undefined;
      const scrub: SecretScrubber = (text) =>
        (scrubber ??= createSecretScrubber(options.apiKey, options.headers, ownHeaders))(text);
      const attempts: Attempt[] = [];
      const giveUp = (error: ProviderError, latencyMs: number): ProviderError => {
        error.attempts = [
          ...attempts,
          {
            outcome: OUTCOMES[error.kind],
            latencyMs,
            message: error.message,
            ...(error.status !== undefined && { status: error.status }),
            ...(error.requestId !== undefined && { requestId: error.requestId }),
          },
        ];
        return error;
      };

      await wire.load();
      for (;;) {
        const plan = planRequest(request, { capabilities, limits, wire: planning });
        for (const { parameter, reason } of plan.dropped) tellLesson({ kind: 'parameter', parameter, reason }, scrub);
        const body = mergeBody(wire.toBody(plan), request.providerOptions?.body);
        const headers = {
          ...ownHeaders,
          ...(planning.seedInHeader &&
            capabilities.seedField === null &&
            plan.seed !== undefined && { [SEED_HEADER]: String(plan.seed) }),
        };
        onEvent?.({ type: 'request-sent', model, url: `${baseUrl}${wire.path}`, body });
        const startedAt = clock.now();
        let isHeard = false;
        const heard = (status: number, responseHeaders: HeaderReader): void => {
          if (isHeard) return;
          isHeard = true;
          onEvent?.({ type: 'response-received', model, status, latencyMs: clock.now() - startedAt });
          if (!options.onRateLimitHeaders) return;
          const rateLimits = readRateLimitHeaders(responseHeaders, clock.now());
          if (rateLimits) options.onRateLimitHeaders(rateLimits);
        };
        const resultOf = (answer: WireAnswer, status: number, responseHeaders: HeaderReader): GenerateResult => {
          const { id, ...said } = answer;
          const latencyMs = clock.now() - startedAt;
          const requestId = responseHeaders.get('x-request-id') ?? responseHeaders.get('request-id') ?? id;
          return {
            ...said,
            latencyMs,
            attempts: [...attempts, { outcome: 'answered', latencyMs, status, ...(requestId !== undefined && { requestId }) }],
            droppedParameters: [...new Set(plan.dropped.map((each) => each.parameter))],
            ...(requestId !== undefined && { requestId }),
            ...(plan.format && { structuredRung: plan.format.rung }),
          };
        };

        try {
          const response = await underDeadline({ clock, timeoutMs: request.timeoutMs, signal: request.signal }, (signal) =>
            wire.send(body, { signal, headers }),
          );
          heard(response.status, response.headers);
          return resultOf(wire.readAnswer(response.data, response), response.status, response.headers);
        } catch (error) {
          const latencyMs = clock.now() - startedAt;
          const endpoint = { provider, modelId, baseUrl: scrub(baseUrl), scrub, nowMs: clock.now() };
          if (error instanceof CutShort)
            throw giveUp(cutShortError(error, { provider, modelId, timeoutMs: request.timeoutMs }), latencyMs);
          if (!(error instanceof ResponseFailure)) throw giveUp(networkToProviderError(error, endpoint), latencyMs);

          heard(error.status, error.headers);
          const salvaged = salvage(error, scrub);
          if (salvaged) return resultOf(salvaged, error.status, error.headers);
          const failed = responseToProviderError(error, endpoint);
          const lesson = attempts.length < MOST_LESSONS ? limits.learn(error, plan, request.schema) : undefined;
          if (!lesson) throw giveUp(failed, latencyMs);
          tellLesson(lesson, scrub);
          attempts.push({
            outcome: 'rejected',
            latencyMs,
            status: error.status,
            ...(failed.providerMessage !== undefined && { message: failed.providerMessage }),
            ...(failed.requestId !== undefined && { requestId: failed.requestId }),
          });
        }
      }
    },
  };
}

// Two error responses are answers of a kind: the filter's, and a model's text that the provider could not read as JSON.
function salvage({ words, ...rest }: ResponseFailure, scrub: SecretScrubber): WireAnswer | undefined {
  if (words.failedGeneration !== undefined) return { text: words.failedGeneration, finishReason: 'other', usage: NO_USAGE };
  if (isContentFiltered({ words, ...rest }))
    return { text: scrub(words.message), finishReason: 'content-filter', usage: NO_USAGE };
  return undefined;
}

function cutShortError(
  cut: CutShort,
  {
    provider,
    modelId,
    timeoutMs,
  }: { readonly provider: string; readonly modelId: string; readonly timeoutMs: number | undefined },
): ProviderError {
  const details = { provider, modelId, ...(cut.cause !== undefined && { cause: cut.cause }) };
  return cut.by === 'deadline'
    ? new TimeoutError(`${provider}:${modelId} gave no answer within ${timeoutMs} ms`, details)
    : new AbortedError(`The call to ${provider}:${modelId} was aborted by its caller`, details);
}
