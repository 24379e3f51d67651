import type { Clock } from '../clock/clock.js';
import { type GenerateRequest, type GenerateResult, type LanguageModel, messageText, NO_USAGE } from '../language-model.js';
import type { OfflineRequest, OfflineResponder } from '../prompt.js';
import { toJsonSchema } from '../providers/json-schema.js';
import { withoutUndefined } from '../without-undefined.js';
import { answerOffline, estimateTokens } from './answer-offline.js';
import type { ContentFaultShares } from './content-faults.js';
import { parseLatency } from './latency.js';
import { seededRandom } from './seeded-random.js';
import { toOfflineRequest } from './to-offline-request.js';
import { waitOffline } from './wait-offline.js';

export interface OfflineModelOptions {
  /** Responders, tried in order. A request that none recognises gets a generic value of its schema, or a sentence. */
  readonly responders: readonly OfflineResponder[];
  /** Milliseconds a call takes, drawn from the request itself, so equal in every run: see `parseLatency`. @default '0' */
  readonly latency?: string | undefined;
  readonly clock: Clock;
  /** @default 'offline' */
  readonly modelId?: string | undefined;
  /** Shares of answers that come broken, drawn from the request, so that asking differently helps. @default none */
  readonly contentFaults?: ContentFaultShares | undefined;
}

/**
 * A model without a network: the same request and seed always get the same answer. Tokens are estimated at four
 * characters each, and `latencyMs` is the drawn latency itself, so timings repeat exactly.
 */
export function createOfflineModel(options: OfflineModelOptions): LanguageModel {
  const { responders, clock, modelId = 'offline', contentFaults } = options;
  const latency = parseLatency(options.latency ?? '0', 'offline latency');

  return {
    provider: 'offline',
    modelId,
    async generate(request: GenerateRequest): Promise<GenerateResult> {
      const offlineRequest = toOfflineRequest(
        request.messages.map((message) => ({ role: message.role, text: messageText(message) })),
      );
      const { schema, sampling, signal, timeoutMs } = request;
      const answer = answerOffline(
        {
          request: offlineRequest,
          schema: schema ? () => toJsonSchema(schema) : undefined,
          seed: sampling?.seed,
          maxOutputTokens: sampling?.maxOutputTokens,
        },
        { responders, contentFaults },
      );
      const latencyMs = latency(seededRandom(`${answer.requestHash}:${sampling?.seed ?? ''}:latency`));
      await waitOffline({ modelId, clock, latencyMs, timeoutMs, signal });
      return withoutUndefined({
        text: answer.text,
        finishReason: answer.finishReason,
        usage: { ...NO_USAGE, inputTokens: countInputTokens(offlineRequest), outputTokens: answer.outputTokens },
        latencyMs,
        ownDelayMs: 0,
        attempts: [{ outcome: 'answered', latencyMs }],
        requestId: `offline-${answer.requestHash}`,
        servedModel: modelId,
        droppedParameters: [],
        structuredRung: schema ? 'json-schema' : undefined,
      });
    },
  };
}

function countInputTokens(request: OfflineRequest): number {
  return request.messages.reduce((total, message) => total + estimateTokens(message.text), 0);
}
