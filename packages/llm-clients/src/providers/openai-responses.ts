import type { ResponseCreateParamsNonStreaming } from 'openai/resources/responses/responses';
import { type FinishReason, type LanguageModel, messageText } from '../language-model.js';
import type { ReportedUsage } from '../tokens/settle-usage.js';
import type { ModelCapabilities } from './capabilities.js';
import type { WireResponse } from './endpoint-caller.js';
import { noticing, openAiClientLoader, toWireResponse } from './openai-client.js';
import { PROVIDER_PRESETS } from './presets.js';
import type { ProviderModelOptions } from './provider-model-options.js';
import type { ReplyFormat, RequestPlan } from './request-plan.js';
import { asRecord, ResponseFailure } from './response-failure.js';
import { toStrictSchema } from './strict-schema.js';
import { excerptOf, textOf } from './wire-fields.js';
import { createWireModel, type WireAnswer } from './wire-model.js';

/** A model behind OpenAI's Responses API. Nothing is stored there (`store: false`): the record is ours. */
export function createOpenAiResponsesModel(options: ProviderModelOptions): LanguageModel {
  const { modelId, capabilities } = options;
  const defaultBaseUrl = PROVIDER_PRESETS['openai-responses'].baseUrl;
  const client = openAiClientLoader({ ...options, baseUrl: options.baseUrl ?? defaultBaseUrl });
  return createWireModel(options, {
    defaultBaseUrl,
    path: '/responses',
    rungs: ['json-schema', 'json-object', 'prompt'],
    load: client,
    nativeSchema: (schema, strictAllowed) => {
      const strict = strictAllowed ? toStrictSchema(schema, 'nullable') : undefined;
      if (strict) return { schema: strict, strict: true };
      return schema.type === 'object' ? { schema, strict: false } : undefined;
    },
    toBody: (plan) => toResponsesBody(plan, modelId, capabilities),
    send: async (body, { signal, onSent, headers }) => {
      const { responses } = await client();
      return toWireResponse(
        responses.create(body as unknown as ResponseCreateParamsNonStreaming, {
          signal,
          headers,
          fetchOptions: noticing(onSent),
        }),
      );
    },
    readAnswer,
  });
}

function toResponsesBody(plan: RequestPlan, modelId: string, capabilities: ModelCapabilities): Record<string, unknown> {
  const { temperature, topP, reasoningEffort, maxOutputTokens, format } = plan;
  return {
    model: modelId,
    input: plan.messages.map((message) => ({
      role: message.role === 'system' ? capabilities.systemRole : message.role,
      content: messageText(message),
    })),
    store: false,
    ...(temperature !== undefined && { temperature }),
    ...(topP !== undefined && { top_p: topP }),
    ...(reasoningEffort !== undefined && { reasoning: { effort: reasoningEffort } }),
    ...(maxOutputTokens !== undefined && { max_output_tokens: maxOutputTokens }),
    ...(format && format.rung !== 'prompt' && { text: { format: toTextFormat(format) } }),
  };
}

function toTextFormat(format: Exclude<ReplyFormat, { rung: 'prompt' }>): Record<string, unknown> {
  if (format.rung === 'json-object') return { type: 'json_object' };
  const { name, schema, strict } = format;
  return { type: 'json_schema', name, schema, strict };
}

const ERROR_STATUS: Readonly<Record<string, number>> = {
  rate_limit_exceeded: 429,
  server_error: 500,
  invalid_prompt: 400,
  bio_policy: 400,
};

function readAnswer({ data, headers }: WireResponse): WireAnswer {
  const body = asRecord(data);
  const output = body?.output;
  const error = asRecord(body?.error);
  if (error) throw new ResponseFailure(ERROR_STATUS[String(error.code)] ?? 500, { error }, headers);
  if (!body || !Array.isArray(output)) throw new Error(`the reply is not a response: ${excerptOf(data)}`);

  const items = output.map((item) => asRecord(item) ?? {});
  const content = items.flatMap((item) => (item.type === 'message' ? recordsIn(item.content) : []));
  const text = content.map((part) => (part.type === 'output_text' ? (textOf(part.text) ?? '') : '')).join('');
  const refusal = textOf(content.find((part) => part.type === 'refusal')?.refusal);
  const reasoning = items
    .flatMap((item) => (item.type === 'reasoning' ? [...recordsIn(item.summary), ...recordsIn(item.content)] : []))
    .flatMap((part) => textOf(part.text) ?? [])
    .join('\n\n');
  const servedModel = textOf(body.model);
  const id = textOf(body.id);
  return {
    text: text === '' && refusal !== undefined ? refusal : text,
    finishReason: refusal !== undefined ? 'refusal' : toFinishReason(body),
    usage: readUsage(body.usage),
    ...(reasoning !== '' && { reasoning }),
    ...(servedModel !== undefined && { servedModel }),
    ...(id !== undefined && { id }),
  };
}

function toFinishReason(body: Readonly<Record<string, unknown>>): FinishReason {
  if (body.status === 'completed') return 'stop';
  const reason = asRecord(body.incomplete_details)?.reason;
  if (reason === 'max_output_tokens') return 'length';
  return reason === 'content_filter' ? 'content-filter' : 'other';
}

function recordsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.map((each) => asRecord(each) ?? {}) : [];
}

function readUsage(value: unknown): ReportedUsage {
  const usage = asRecord(value);
  const input = asRecord(usage?.input_tokens_details);
  return {
    input: usage?.input_tokens,
    output: usage?.output_tokens,
    total: usage?.total_tokens,
    cacheRead: input?.cached_tokens,
    cacheWrite: input?.cache_write_tokens,
    reasoning: asRecord(usage?.output_tokens_details)?.reasoning_tokens,
  };
}
