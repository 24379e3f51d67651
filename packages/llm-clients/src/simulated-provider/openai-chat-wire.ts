import { isJsonSchema, type JsonSchema } from '../offline/json-schema.js';
import { badRequest, BodyReader, readMessage } from './body-reader.js';
import { checkStrictSchema } from './check-schema.js';
import type { CacheBlock } from './prompt-cache.js';
import type { Wire, WireReply, WireRequest } from './wire.js';

/** https://platform.openai.com/docs/api-reference/chat */
export const openAiChatWire: Wire = {
  vendor: 'openai',
  path: '/v1/chat/completions',

  read(body): WireRequest {
    const reader = new BodyReader(body);
    const messages = reader.requiredList('messages').map((message, index) => readMessage(message, `messages[${index}]`));
    const format = reader.object('response_format');
    const schema = readSchema(format, format?.['json_schema'], messages);
    const seed = reader.integer('seed') ?? reader.integer('random_seed');
    const maxOutputTokens = reader.positive('max_completion_tokens') ?? reader.positive('max_tokens');
    return {
      model: reader.requiredString('model'),
      messages,
      ...(schema && { schema }),
      ...(seed !== undefined && { seed }),
      ...(maxOutputTokens !== undefined && { maxOutputTokens }),
      blocks: openAiBlocks(schema, messages),
    };
  },

  write({ id, model, created, answer, inputTokens, cache }: WireReply): unknown {
    const refused = answer.finishReason === 'refusal';
    return {
      id: `chatcmpl-${id}`,
      object: 'chat.completion',
      created,
      model,
      choices: [
        {
          index: 0,
          message: {
            role: 'assistant',
            content: refused ? null : answer.text,
            refusal: refused ? answer.text : null,
            annotations: [],
          },
          logprobs: null,
          finish_reason: answer.finishReason === 'length' ? 'length' : 'stop',
        },
      ],
      usage: {
        prompt_tokens: inputTokens,
        completion_tokens: answer.outputTokens,
        total_tokens: inputTokens + answer.outputTokens,
        prompt_tokens_details: { cached_tokens: cache.readTokens, audio_tokens: 0 },
        completion_tokens_details: {
          reasoning_tokens: 0,
          audio_tokens: 0,
          accepted_prediction_tokens: 0,
          rejected_prediction_tokens: 0,
        },
      },
      service_tier: 'default',
      system_fingerprint: 'fp_simulated',
    };
  },
};

/**
 * The schema a `response_format` (or `text.format`) holds; checked when it is strict.
 * @throws ApiFailure 400
 */
export function readSchema(
  format: JsonSchema | undefined,
  holder: unknown,
  messages: WireRequest['messages'],
): JsonSchema | undefined {
  if (format?.['type'] === 'json_object') {
    if (!messages.some((message) => /json/i.test(message.text))) {
      throw badRequest(
        "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
        'messages',
      );
    }
    return undefined;
  }
  if (format?.['type'] !== 'json_schema') return undefined;
  const { name, schema, strict } = isJsonSchema(holder) ? holder : {};
  if (typeof name !== 'string' || !/^[a-zA-Z0-9_-]{1,64}$/.test(name)) {
    throw badRequest(
      "Invalid 'response_format.json_schema.name': expected 1 to 64 letters, digits, underscores or dashes.",
      'response_format',
    );
  }
  if (!isJsonSchema(schema))
    throw badRequest("Missing required parameter: 'response_format.json_schema.schema'.", 'response_format');
  if (strict === true) checkStrictSchema(schema, name);
  return schema;
}

/** A schema counts, and is cached, as if it stood before the first message. */
export function openAiBlocks(schema: JsonSchema | undefined, messages: WireRequest['messages']): readonly CacheBlock[] {
  const blocks = messages.map((message) => ({ text: `${message.role}\n${message.text}` }));
  return schema ? [{ text: JSON.stringify(schema) }, ...blocks] : blocks;
}
