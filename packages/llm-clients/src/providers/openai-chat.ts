import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions';
import { type FinishReason, type LanguageModel, messageText, type MessageRole } from '../language-model.js';
import { type ReportedUsage, tokenCountOf } from '../tokens/settle-usage.js';
import type { ModelCapabilities } from './capabilities.js';
import type { WireResponse } from './endpoint-caller.js';
import { noticing, openAiClientLoader, toWireResponse } from './openai-client.js';
import { PROVIDER_PRESETS } from './presets.js';
import type { ProviderModelOptions } from './provider-model-options.js';
import type { ReplyFormat, RequestPlan } from './request-plan.js';
import { asRecord, ResponseFailure, statusOfEmbeddedError } from './response-failure.js';
import { toStrictSchema } from './strict-schema.js';
import { excerptOf, textOf } from './wire-fields.js';
import { createWireModel, type WireAnswer } from './wire-model.js';

/** A model behind a chat-completions endpoint, OpenAI's or one of the many that speak its language. */
export function createOpenAiChatModel(options: ProviderModelOptions): LanguageModel {
  const { modelId, capabilities } = options;
  const defaultBaseUrl = PROVIDER_PRESETS.openai.baseUrl;
  const client = openAiClientLoader({ ...options, baseUrl: options.baseUrl ?? defaultBaseUrl });
  return createWireModel(options, {
    defaultBaseUrl,
    path: '/chat/completions',
    load: client,
    rungs: ['json-schema', 'json-object', 'prompt'],
    nativeSchema: (schema, strictAllowed) => {
      const strict = strictAllowed ? toStrictSchema(schema, 'nullable') : undefined;
      if (strict) return { schema: strict, strict: true };
      return schema.type === 'object' ? { schema, strict: false } : undefined;
    },
    toBody: (plan) => toChatBody(plan, modelId, capabilities),
    send: async (body, { signal, onSent, headers }) => {
      const { chat } = await client();
      return toWireResponse(
        chat.completions.create(body as unknown as ChatCompletionCreateParamsNonStreaming, {
          signal,
          headers,
          fetchOptions: noticing(onSent),
        }),
      );
    },
    readAnswer: readChatAnswer,
  });
}

function toChatBody(plan: RequestPlan, modelId: string, capabilities: ModelCapabilities): Record<string, unknown> {
  const { temperature, topP, seed, reasoningEffort, maxOutputTokens, format } = plan;
  return {
    model: modelId,
    messages: plan.messages.map((message) => ({ role: chatRole(message.role, capabilities), content: messageText(message) })),
    ...(temperature !== undefined && { temperature }),
    ...(topP !== undefined && { top_p: topP }),
    ...(seed !== undefined && capabilities.seedField !== null && { [capabilities.seedField]: seed }),
    ...(reasoningEffort !== undefined && { reasoning_effort: reasoningEffort }),
    ...(maxOutputTokens !== undefined && { [plan.maxTokensField]: maxOutputTokens }),
    ...(format && format.rung !== 'prompt' && { response_format: toResponseFormat(format) }),
  };
}

function chatRole(role: MessageRole, { systemRole }: ModelCapabilities): string {
  return role === 'system' ? systemRole : role;
}

function toResponseFormat(format: Exclude<ReplyFormat, { rung: 'prompt' }>): Record<string, unknown> {
  if (format.rung === 'json-object') return { type: 'json_object' };
  const { name, schema, strict } = format;
  return { type: 'json_schema', json_schema: { name, schema, strict } };
}

const FINISH_REASONS: Readonly<Record<string, FinishReason>> = {
  stop: 'stop',
  // Together's name for it.
  eos: 'stop',
  length: 'length',
  model_length: 'length',
  content_filter: 'content-filter',
};

function readChatAnswer({ data, headers }: WireResponse): WireAnswer {
  const body = asRecord(data);
  // OpenRouter reports an upstream's failure inside a 200 response, on top or in the choice.
  const choice = asRecord(Array.isArray(body?.choices) ? body.choices[0] : undefined);
  const error = body?.error ?? choice?.error;
  if (error !== undefined && error !== null) throw new ResponseFailure(statusOfEmbeddedError(error), { error }, headers);
  const message = asRecord(choice?.message);
  if (!body || !choice || !message) throw new Error(`the reply is not a chat completion: ${excerptOf(data)}`);

  const refusal = textOf(message.refusal);
  const content = contentText(message.content);
  const reasoning = textOf(message.reasoning_content) ?? textOf(message.reasoning);
  const servedModel = textOf(body.model);
  const servingProvider = textOf(body.provider);
  const fingerprint = textOf(body.system_fingerprint);
  const id = textOf(body.id);
  return {
    text: content === '' && refusal !== undefined ? refusal : content,
    finishReason: refusal !== undefined ? 'refusal' : (FINISH_REASONS[String(choice.finish_reason)] ?? 'other'),
    usage: readChatUsage(body.usage),
    ...(reasoning !== undefined && { reasoning }),
    ...(servedModel !== undefined && { servedModel }),
    ...(servingProvider !== undefined && { servingProvider }),
    ...(fingerprint !== undefined && { fingerprint }),
    ...(id !== undefined && { id }),
  };
}

// Mistral's reasoning models, and some gateways, answer in a list of typed chunks.
function contentText(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.map((chunk) => textOf(asRecord(chunk)?.text) ?? '').join('');
}

/** Usage of a chat completion: xAI and Gemini leave reasoning out of `completion_tokens`, and in the total. */
export function readChatUsage(value: unknown): ReportedUsage {
  const usage = asRecord(value);
  const input = asRecord(usage?.prompt_tokens_details);
  const output = asRecord(usage?.completion_tokens_details);
  const [prompt, completion, total] = [usage?.prompt_tokens, usage?.completion_tokens, usage?.total_tokens].map(tokenCountOf);
  const beyond = prompt !== undefined && completion !== undefined && total !== undefined ? total - prompt - completion : 0;
  return {
    input: usage?.prompt_tokens,
    output: completion !== undefined && beyond > 0 ? completion + beyond : usage?.completion_tokens,
    total: usage?.total_tokens,
    cacheRead: input?.cached_tokens ?? usage?.prompt_cache_hit_tokens,
    cacheWrite: input?.cache_write_tokens,
    reasoning: output?.reasoning_tokens ?? beyond,
  };
}
