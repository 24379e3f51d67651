import { type FinishReason, type LanguageModel, type Message, messageText } from '../language-model.js';
import type { ReportedUsage } from '../tokens/settle-usage.js';
import type { WireResponse } from './endpoint-caller.js';
import { toFinishReason } from './finish-reason.js';
import { fetchOptions, openAiClientLoader, toWireResponse } from './openai-client.js';
import { PROVIDER_PRESETS, RUNGS_BY_WIRE } from './presets.js';
import type { ProviderModelOptions } from './provider-model-options.js';
import type { ReplyFormat, RequestPlan } from './request-plan.js';
import { asRecord, ResponseFailure, tellsOfFailure } from './response-failure.js';
import { toStrictSchema } from './strict-schema.js';
import { excerptOf, textOf } from './wire-fields.js';
import { createWireModel, type WireAnswer } from './wire-model.js';
import { withoutUndefined } from '../without-undefined.js';

/** A model behind OpenAI's Responses API. Nothing is stored there (`store: false`): the record is ours. */
export function createOpenAiResponsesModel(options: ProviderModelOptions): LanguageModel {
  const { modelId } = options;
  const defaultBaseUrl = PROVIDER_PRESETS['openai-responses'].baseUrl;
  const baseUrl = options.baseUrl ?? defaultBaseUrl;
  const isOpenAi = baseUrl === defaultBaseUrl;
  const client = openAiClientLoader({ ...options, baseUrl });
  return createWireModel(options, {
    defaultBaseUrl,
    path: '/responses',
    rungs: RUNGS_BY_WIRE['openai-responses'],
    load: client,
    nativeSchema: (schema, strictAllowed) => {
      const strict = strictAllowed ? toStrictSchema(schema, 'nullable') : undefined;
      if (strict) return { schema: strict, strict: true };
      return schema.type === 'object' ? { schema, strict: false } : undefined;
    },
    toBody: (plan) => toResponsesBody(plan, modelId, isOpenAi),
    send: async (body, { signal, onSent, headers }) => {
      // `responses.create` goes through the output for its own purposes, and fails where there is none.
      const sdk = await client();
      return toWireResponse(sdk.post('/responses', { body, signal, headers, fetchOptions: fetchOptions(onSent, options) }));
    },
    readAnswer,
  });
}

function toResponsesBody(plan: RequestPlan, modelId: string, isOpenAi: boolean): Record<string, unknown> {
  const { temperature, topP, reasoningEffort, maxOutputTokens, format } = plan;
  return withoutUndefined({
    model: modelId,
    input: plan.messages.map((message, index) => toInputItem(message, index, plan, isOpenAi)),
    store: false,
    // `transformers serve` streams unless told otherwise.
    stream: false,
    temperature,
    top_p: topP,
    reasoning: reasoningEffort !== undefined ? { effort: reasoningEffort } : undefined,
    max_output_tokens: maxOutputTokens,
    text: format && format.rung !== 'prompt' ? { format: toTextFormat(format) } : undefined,
  });
}

/**
 * Converts one turn of the conversation. OpenAI accepts the assistant's turns as plain text, as here; llama.cpp's server insists
 * on items of its own output, but does not check their ids.
 */
function toInputItem(message: Message, index: number, { systemRole }: RequestPlan, isOpenAi: boolean): Record<string, unknown> {
  const text = messageText(message);
  if (message.role !== 'assistant' || isOpenAi) {
    return { type: 'message', role: message.role === 'system' ? systemRole : message.role, content: text };
  }
  const content = [{ type: 'output_text', text, annotations: [] }];
  return { type: 'message', id: `msg_${index}`, role: 'assistant', status: 'completed', content };
}

function toTextFormat(format: Exclude<ReplyFormat, { rung: 'prompt' }>): Record<string, unknown> {
  if (format.rung === 'json-object') return { type: 'json_object' };
  const { name, schema, strict } = format;
  return { type: 'json_schema', name, schema, strict };
}

function readAnswer({ data, headers }: WireResponse): WireAnswer {
  const body = asRecord(data);
  if (body && tellsOfFailure(body)) throw ResponseFailure.embedded(body, headers);
  const output: unknown = body?.output ?? (body?.status === 'incomplete' ? [] : undefined);
  if (!body || !Array.isArray(output)) throw new Error(`the reply is not a response: ${excerptOf(data)}`);
  if (body.status === 'failed' || body.status === 'cancelled') {
    throw ResponseFailure.embedded({ error: { message: `the reply was broken off: ${body.status}` } }, headers);
  }

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
    finishReason: refusal !== undefined ? 'refusal' : reasonOf(body),
    usage: readUsage(body.usage),
    reasoning: reasoning !== '' ? reasoning : undefined,
    servedModel,
    id,
  };
}

function reasonOf(body: Readonly<Record<string, unknown>>): FinishReason {
  return body.status === 'completed' ? 'stop' : toFinishReason(asRecord(body.incomplete_details)?.reason);
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
