import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions';
import { type FinishReason, type LanguageModel, messageText, type MessageRole } from '../language-model.js';
import { type ReportedUsage, tokenCountOf } from '../tokens/settle-usage.js';
import type { ModelCapabilities } from './capabilities.js';
import type { WireResponse } from './endpoint-caller.js';
import { isBrokenOff, toFinishReason } from './finish-reason.js';
import { fetchOptions, openAiClientLoader, toWireResponse } from './openai-client.js';
import { PROVIDER_PRESETS, RUNGS_BY_WIRE } from './presets.js';
import type { ProviderModelOptions } from './provider-model-options.js';
import type { ReplyFormat, RequestPlan } from './request-plan.js';
import { asRecord, ResponseFailure, tellsOfFailure } from './response-failure.js';
import { toStrictSchema } from './strict-schema.js';
import { excerptOf, textOf } from './wire-fields.js';
import { createWireModel, type WireAnswer } from './wire-model.js';
import { withoutUndefined } from '../without-undefined.js';

/** A model behind a chat-completions endpoint, OpenAI's or one of the many that speak its language. */
export function createOpenAiChatModel(options: ProviderModelOptions): LanguageModel {
  const { modelId, capabilities } = options;
  const defaultBaseUrl = PROVIDER_PRESETS.openai.baseUrl;
  const client = openAiClientLoader({ ...options, baseUrl: options.baseUrl ?? defaultBaseUrl });
  return createWireModel(options, {
    defaultBaseUrl,
    path: '/chat/completions',
    load: client,
    rungs: RUNGS_BY_WIRE['openai-chat'],
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
          fetchOptions: fetchOptions(onSent, options),
        }),
      );
    },
    readAnswer: readChatAnswer,
  });
}

function toChatBody(plan: RequestPlan, modelId: string, capabilities: ModelCapabilities): Record<string, unknown> {
  const { temperature, topP, seed, reasoningEffort, maxOutputTokens, format } = plan;
  return withoutUndefined({
    model: modelId,
    messages: plan.messages.map((message) => ({ role: chatRole(message.role, plan), content: messageText(message) })),
    temperature,
    top_p: topP,
    [capabilities.seedField ?? 'seed']: capabilities.seedField === null ? undefined : seed,
    reasoning_effort: reasoningEffort,
    [plan.maxTokensField]: maxOutputTokens,
    response_format: format && format.rung !== 'prompt' ? toResponseFormat(format) : undefined,
  });
}

function chatRole(role: MessageRole, { systemRole }: RequestPlan): string {
  return role === 'system' ? systemRole : role;
}

function toResponseFormat(format: Exclude<ReplyFormat, { rung: 'prompt' }>): Record<string, unknown> {
  if (format.rung === 'json-object') return { type: 'json_object' };
  const { name, schema, strict } = format;
  return { type: 'json_schema', json_schema: { name, schema, strict } };
}

function readChatAnswer({ data, headers }: WireResponse): WireAnswer {
  const body = asRecord(data);
  const choice = asRecord(Array.isArray(body?.choices) ? body.choices[0] : undefined);
  if (body && tellsOfFailure(body)) throw ResponseFailure.embedded(body, headers);
  // OpenRouter's `finish_reason` may be `error` where the upstream's own reason shows that its filter declined.
  const reason =
    toFinishReason(choice?.native_finish_reason) === 'content-filter' ? choice?.native_finish_reason : choice?.finish_reason;
  // OpenRouter reports an upstream's failure in the choice, others in the reason alone.
  if (choice && choice.error !== undefined && choice.error !== null && reason === choice.finish_reason)
    throw ResponseFailure.embedded(choice, headers);
  if (isBrokenOff(reason)) {
    const message = `the reply was broken off: ${String(choice?.finish_reason)}`;
    throw ResponseFailure.embedded({ error: { message } }, headers);
  }
  const message = asRecord(choice?.message);
  if (!body || (!message && !isWithheld(body, choice))) throw new Error(`the reply is not a chat completion: ${excerptOf(data)}`);

  const refusal = textOf(message?.refusal);
  const content = contentText(message?.content);
  const finishReason = refusal !== undefined ? 'refusal' : message ? toFinishReason(reason) : reasonWithheld(body, reason);
  const reasoning = textOf(message?.reasoning_content) ?? textOf(message?.reasoning);
  const servedModel = textOf(body.model);
  const servingProvider = textOf(body.provider);
  const fingerprint = textOf(body.system_fingerprint);
  const id = textOf(body.id);
  return {
    text: content !== '' ? content : (refusal ?? filterWords(finishReason, body, reason)),
    finishReason,
    usage: message || body.usage ? readChatUsage(body.usage) : null,
    reasoning,
    servedModel,
    servingProvider,
    fingerprint,
    id,
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** Whether a completion came without a message: Gemini's endpoint sends no choice, or an empty one, where it blocks a prompt. */
function isWithheld(body: Fields, choice: Fields | undefined): boolean {
  return (
    choice !== undefined || body.choices === null || Array.isArray(body.choices) || asRecord(body.promptFeedback) !== undefined
  );
}

/**
 * Finish reason of a completion without a message: its prompt was blocked, unless it gives another reason or the model has
 * written something.
 */
function reasonWithheld(body: Fields, reason: unknown): FinishReason {
  const said = toFinishReason(reason);
  if (said !== 'stop' && said !== 'other') return said;
  return (tokenCountOf(asRecord(body.usage)?.completion_tokens) ?? 0) > 0 ? 'other' : 'content-filter';
}

/** The filter's own word for why it declined, where it has one. */
function filterWords(finishReason: FinishReason, body: Fields, given: unknown): string {
  if (finishReason !== 'content-filter' && finishReason !== 'refusal') return '';
  const reason = textOf(asRecord(body.promptFeedback)?.blockReason) ?? textOf(given) ?? '';
  return /^(content_filter|stop)$/i.test(reason) ? '' : reason;
}

// Mistral's reasoning models, and some gateways, answer in a list of typed chunks.
function contentText(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return objectText(content);
  return content.map((chunk) => textOf(asRecord(chunk)?.text) ?? '').join('');
}

/** A value that a server has parsed already is JSON again. */
function objectText(content: unknown): string {
  const chunk = asRecord(content);
  return chunk === undefined ? '' : (textOf(chunk.text) ?? JSON.stringify(chunk));
}

/** Usage of a chat completion: xAI and Gemini leave reasoning out of `completion_tokens`, and in the total. */
export function readChatUsage(value: unknown): ReportedUsage {
  const usage = asRecord(value);
  const input = asRecord(usage?.prompt_tokens_details);
  const output = asRecord(usage?.completion_tokens_details);
  const [prompt, completion, total] = [usage?.prompt_tokens, usage?.completion_tokens, usage?.total_tokens].map(tokenCountOf);
  const beyond = prompt !== undefined && completion !== undefined && total !== undefined ? total - prompt - completion : 0;
  const cacheRead = input?.cached_tokens ?? usage?.prompt_cache_hit_tokens ?? usage?.cache_read_input_tokens;
  const cached = tokenCountOf(cacheRead) ?? 0;
  return {
    // More tokens from the cache than in total: some gateways count only the tokens outside the cache.
    input: prompt !== undefined && cached > prompt ? prompt + cached : usage?.prompt_tokens,
    output: completion !== undefined && beyond > 0 ? completion + beyond : usage?.completion_tokens,
    total: prompt !== undefined && cached > prompt ? undefined : usage?.total_tokens,
    cacheRead,
    cacheWrite: input?.cache_write_tokens,
    reasoning: output?.reasoning_tokens ?? beyond,
  };
}
