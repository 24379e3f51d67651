import type { EmbeddingModel } from '../embedding-model.js';
import { AbortedError, endsBatch, ProviderError } from '../errors/provider-errors.js';
import { type GenerateRequest, identityOf, type LanguageModel, type Usage } from '../language-model.js';
import type { EndpointLimiter, Slot, SlotOutcome } from '../limits/endpoint-limiter.js';
import { estimateTextTokens, estimateTokens } from '../tokens/estimate-tokens.js';

/** A model whose calls wait for a slot, and tell when they have it. */
export interface LimitedModel extends LanguageModel {
  /** `onStart` is called at the moment the slot is held: from then on the call's own time runs. */
  generate(request: GenerateRequest, onStart?: () => void): ReturnType<LanguageModel['generate']>;
  /** Starts the call if a slot is free at this moment and nobody waits for one. */
  generateIfFree(request: GenerateRequest): ReturnType<LanguageModel['generate']> | undefined;
}

/** Lets a call out only when its endpoint has a free slot, and reports its outcome to the endpoint's limiter. */
export function withRateLimit(model: LanguageModel, limiter: EndpointLimiter): LimitedModel {
  return {
    ...identityOf(model),
    async generate(request, onStart) {
      const slot = await acquire(limiter, model, request, () => expectedTokens(request));
      onStart?.();
      return inSlot(limiter, slot, () => model.generate(request));
    },
    generateIfFree(request) {
      const slot = limiter.tryAcquire({ model: model.modelId, tokens: () => expectedTokens(request) });
      return slot && inSlot(limiter, slot, () => model.generate(request));
    },
  };
}

/** `withRateLimit` for vectors. */
export function withEmbeddingRateLimit(model: EmbeddingModel, limiter: EndpointLimiter): EmbeddingModel {
  return {
    ...identityOf(model),
    async embed(texts, options = {}) {
      const slot = await acquire(limiter, model, options, () =>
        texts.reduce((total, text) => total + estimateTextTokens(text), 0),
      );
      return inSlot(limiter, slot, () => model.embed(texts, options));
    },
  };
}

const USUAL_OUTPUT_TOKENS = 500;

/** Providers reserve the whole output limit; most replies are far shorter, and the difference is given back at once. */
function expectedTokens({ messages, sampling }: GenerateRequest): number {
  return estimateTokens(messages) + Math.min(sampling?.maxOutputTokens ?? USUAL_OUTPUT_TOKENS, USUAL_OUTPUT_TOKENS);
}

async function acquire(
  limiter: EndpointLimiter,
  { provider, modelId }: { readonly provider: string; readonly modelId: string },
  { queue, signal, stop }: Pick<GenerateRequest, 'queue' | 'signal' | 'stop'>,
  tokens: () => number,
): Promise<Slot> {
  try {
    return await limiter.acquire({
      model: modelId,
      tokens,
      place: queue,
      signals: [signal, stop].filter((each) => each !== undefined),
    });
  } catch (cause) {
    const message = ProviderError.isInstance(cause)
      ? `The call to ${provider}:${modelId} was not made, since another one met an error that each would meet`
      : `The call to ${provider}:${modelId} was aborted while it waited for its turn`;
    throw new AbortedError(message, { provider, modelId, cause });
  }
}

async function inSlot<Result extends { readonly usage: Usage }>(
  limiter: EndpointLimiter,
  slot: Slot,
  call: () => Promise<Result>,
): Promise<Result> {
  let outcome: SlotOutcome = { type: 'neutral' };
  try {
    const result = await call();
    outcome = { type: 'answered', tokens: result.usage.inputTokens + result.usage.outputTokens };
    return result;
  } catch (error) {
    outcome = outcomeOf(error);
    // Calls that wait would meet it, too: a whole batch may have sent its first ones at once.
    if (endsBatch(error)) limiter.rejectWaiting(error, error.kind === 'authentication' ? undefined : error.modelId);
    throw error;
  } finally {
    slot.release(outcome);
  }
}

function outcomeOf(error: unknown): SlotOutcome {
  if (!ProviderError.isInstance(error)) return { type: 'neutral' };
  switch (error.kind) {
    case 'rate-limit':
      return { type: 'rate-limited', retryAfterMs: error.retryAfterMs };
    case 'time-out':
    case 'transport':
      return { type: 'failed' };
    default:
      return { type: 'neutral' };
  }
}
