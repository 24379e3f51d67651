import type Anthropic from '@anthropic-ai/sdk';
import type { Message as AnthropicMessage } from '@anthropic-ai/sdk/resources/messages';
import type { LanguageModel } from '../language-model.js';
import { toAnthropicPrompt } from './anthropic-messages.js';
import { type ReportedUsage, tokenCountOf } from '../tokens/settle-usage.js';
import type { ModelCapabilities } from './capabilities.js';
import type { WireResponse } from './endpoint-caller.js';
import type { JsonSchema } from './json-schema.js';
import { isBrokenOff, toFinishReason } from './finish-reason.js';
import { fetchOptions, NO_SDK_TIMEOUT_MS, parseIfText } from './openai-client.js';
import { PROVIDER_PRESETS, RUNGS_BY_WIRE } from './presets.js';
import type { ProviderModelOptions } from './provider-model-options.js';
import { LEAST_BUDGET_TOKENS, type RequestPlan } from './request-plan.js';
import { asRecord, ResponseFailure, tellsOfFailure } from './response-failure.js';
import { toStrictSchema } from './strict-schema.js';
import { excerptOf, textOf } from './wire-fields.js';
import { createWireModel, type WireAnswer } from './wire-model.js';
import { withoutUndefined } from '../without-undefined.js';

/** A model behind the Anthropic messages API. */
export function createAnthropicModel(options: ProviderModelOptions): LanguageModel {
  const { modelId, capabilities } = options;
  const defaultBaseUrl = PROVIDER_PRESETS.anthropic.baseUrl;
  // The SDK adds `/v1/messages`; people write base URLs as they do for OpenAI.
  const baseUrl = (options.baseUrl ?? defaultBaseUrl).replace(/\/+(v1\/*)?$/, '');
  let loading: Promise<LoadedSdk> | undefined;
  const load = (): Promise<LoadedSdk> => (loading ??= loadSdk({ ...options, baseUrl }));
  let transformSchema: LoadedSdk['transformSchema'] = (schema) => schema;

  return createWireModel(
    { ...options, baseUrl },
    {
      defaultBaseUrl,
      path: '/v1/messages',
      rungs: RUNGS_BY_WIRE.anthropic,
      needsMaxTokens: true,
      load: async () => {
        ({ transformSchema } = await load());
      },
      nativeSchema: (schema) => {
        const closed = toStrictSchema(schema, 'kept');
        return closed && { schema: transformSchema(closed), strict: false };
      },
      toBody: (plan) => toMessagesBody(plan, modelId, capabilities),
      send: async (body, { signal, onSent, headers }) => {
        const { client } = await load();
        // `messages.create` prints a warning for every call to a model near its end; this is the same request without it.
        const call = client.post<AnthropicMessage>('/v1/messages', {
          body,
          signal,
          headers,
          timeout: NO_SDK_TIMEOUT_MS,
          fetchOptions: fetchOptions(onSent, options),
        });
        const { data, response } = await call.withResponse();
        return { data: parseIfText(data), status: response.status, headers: response.headers };
      },
      readAnswer,
    },
  );
}

interface LoadedSdk {
  readonly client: Anthropic;
  readonly transformSchema: (schema: JsonSchema) => JsonSchema;
}

async function loadSdk({
  baseUrl,
  apiKey,
  headers,
  fetch,
}: ProviderModelOptions & { readonly baseUrl: string }): Promise<LoadedSdk> {
  const [{ Anthropic }, { transformJSONSchema }, { leanFetch }] = await Promise.all([
    import('@anthropic-ai/sdk'),
    import('@anthropic-ai/sdk/lib/transform-json-schema'),
    import('./lean-fetch.js'),
  ]);
  class Client extends Anthropic {
    protected override makeStatusError(
      status: number,
      body: object | undefined,
      text: string | undefined,
      responseHeaders: Headers,
    ): never {
      throw new ResponseFailure(status, body ?? text, responseHeaders);
    }
  }
  const client = new Client({
    baseURL: baseUrl,
    apiKey: apiKey ?? 'none',
    webhookKey: null,
    maxRetries: 0,
    timeout: NO_SDK_TIMEOUT_MS,
    logLevel: 'off',
    // The SDK's own spans would double those of the applications.
    openTelemetry: false,
    fetch: fetch ?? leanFetch,
    defaultHeaders: headers,
  });
  const transformed = new WeakMap<JsonSchema, JsonSchema>();
  const transformSchema = (schema: JsonSchema): JsonSchema => {
    const known = transformed.get(schema) ?? transformJSONSchema(schema);
    transformed.set(schema, known);
    return known;
  };
  return { client, transformSchema };
}

function toMessagesBody(plan: RequestPlan, modelId: string, capabilities: ModelCapabilities): Record<string, unknown> {
  const { temperature, topP, format } = plan;
  const { system, messages } = toAnthropicPrompt(plan.messages);
  const maxTokens = plan.maxOutputTokens ?? capabilities.defaultMaxOutputTokens;
  const { thinking, effort } = toThinking(plan, capabilities, maxTokens);
  const outputConfig = withoutUndefined({
    effort,
    format: format?.rung === 'json-schema' ? { type: 'json_schema', schema: format.schema } : undefined,
  });
  return withoutUndefined({
    model: modelId,
    max_tokens: maxTokens,
    system: system.length > 0 ? system : undefined,
    messages,
    temperature,
    top_p: topP,
    thinking,
    output_config: Object.keys(outputConfig).length > 0 ? outputConfig : undefined,
  });
}

const BUDGET_SHARES: Readonly<Record<string, number>> = { minimal: 0.1, low: 0.2, medium: 0.5, high: 0.8 };

function toThinking(
  { reasoningEffort }: RequestPlan,
  { reasoning, reasonsByDefault }: ModelCapabilities,
  maxTokens: number,
): { readonly thinking?: Record<string, unknown> | undefined; readonly effort?: string | undefined } {
  if (reasoningEffort === undefined) return {};
  if (reasoningEffort === 'none') return reasonsByDefault ? { thinking: { type: 'disabled' } } : {};
  if (reasoning.kind === 'adaptive') return { thinking: { type: 'adaptive', display: 'summarized' }, effort: reasoningEffort };
  const budget = Math.max(LEAST_BUDGET_TOKENS, Math.floor(maxTokens * (BUDGET_SHARES[reasoningEffort] ?? 0.5)));
  return { thinking: { type: 'enabled', budget_tokens: budget } };
}

function readAnswer({ data, headers }: WireResponse): WireAnswer {
  const body = asRecord(data);
  if (body && tellsOfFailure(body)) throw ResponseFailure.embedded(body, headers);
  // A gateway's refusal may hold no content at all.
  const content: unknown = body?.content ?? (body?.stop_reason === undefined ? undefined : []);
  if (!body || !Array.isArray(content)) throw new Error(`the reply is not a message: ${excerptOf(data)}`);
  if (isBrokenOff(body.stop_reason)) {
    throw ResponseFailure.embedded({ error: { message: `the reply was broken off: ${String(body.stop_reason)}` } }, headers);
  }
  const blocks = content.map((block) => asRecord(block) ?? {});
  const text = blocks.map((block) => (block.type === 'text' ? (textOf(block.text) ?? '') : '')).join('');
  const reasoning = blocks
    .flatMap((block) => (block.type === 'thinking' ? [textOf(block.thinking) ?? ''] : []))
    .filter((thought) => thought !== '')
    .join('\n\n');
  const explanation = textOf(asRecord(body.stop_details)?.explanation);
  const servedModel = textOf(body.model);
  const id = textOf(body.id);
  return {
    text: text === '' && body.stop_reason === 'refusal' ? (explanation ?? '') : text,
    finishReason: toFinishReason(body.stop_reason),
    usage: readUsage(body.usage),
    reasoning: reasoning !== '' ? reasoning : undefined,
    servedModel,
    id,
  };
}

// `input_tokens` are those after the last cache breakpoint only.
function readUsage(value: unknown): ReportedUsage {
  const usage = asRecord(value);
  const uncached = tokenCountOf(usage?.input_tokens);
  const cacheRead = tokenCountOf(usage?.cache_read_input_tokens) ?? 0;
  const cacheWrite = tokenCountOf(usage?.cache_creation_input_tokens) ?? 0;
  return {
    input: uncached === undefined ? undefined : uncached + cacheRead + cacheWrite,
    output: usage?.output_tokens,
    cacheRead,
    cacheWrite,
    reasoning: asRecord(usage?.output_tokens_details)?.thinking_tokens,
  };
}
