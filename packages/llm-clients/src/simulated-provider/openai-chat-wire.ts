import { isJsonSchema, type JsonSchema } from '../offline/schema-instruction.js';
import { badRequest, BodyReader, readMessage } from './body-reader.js';
import { checkStrictSchema } from './check-schema.js';
import type { CacheBlock } from './prompt-cache.js';
import { checkChatRequest } from './strict/check-chat-request.js';
import { type OfferedTool, type ToolOffer, toToolOffer } from './tool-offer.js';
import { chunksOf, type Wire, type WireAnswer, type WireEvent, type WireReply, type WireRequest } from './wire.js';

const NOT_SIMULATED = [
  'functions',
  'function_call',
  'logprobs',
  'top_logprobs',
  'logit_bias',
  'audio',
  'prediction',
  'web_search_options',
];

/** https://platform.openai.com/docs/api-reference/chat */
export const openAiChatWire: Wire = {
  vendor: 'openai',
  path: '/v1/chat/completions',

  read(body, strict): WireRequest {
    const reader = new BodyReader(body);
    if (strict) checkChatRequest(body);
    reader.refuse(NOT_SIMULATED);
    const given = reader.requiredList('messages');
    const messages = given.map((message, index) => readMessage(message, `messages[${index}]`));
    const format = reader.object('response_format');
    const schema = readSchema(format, format?.['json_schema'], messages);
    const seed = reader.integer('seed') ?? reader.integer('random_seed');
    const maxOutputTokens = reader.positive('max_completion_tokens') ?? reader.positive('max_tokens');
    const replies = reader.positive('n') ?? 1;
    if (!Number.isInteger(replies) || replies > 128) throw badRequest("Invalid 'n': expected a whole number of 1 to 128.", 'n');
    const stops = reader.texts('stop');
    const tools = readTools(reader, given.at(-1), messages);
    return {
      model: reader.requiredString('model'),
      messages,
      schema,
      seed,
      maxOutputTokens,
      blocks: openAiBlocks(schema, messages),
      replies,
      stops,
      tools,
      stream: reader.get('stream') === true ? { usage: reader.object('stream_options')?.['include_usage'] === true } : undefined,
    };
  },

  write(reply: WireReply): unknown {
    return {
      ...headOf(reply, 'chat.completion'),
      choices: reply.answers.map((answer, index) => ({
        index,
        message: messageOf(answer, `call_${reply.id}_${index}`),
        logprobs: null,
        finish_reason: FINISH_REASONS[answer.finishReason],
      })),
      usage: usageOf(reply),
    };
  },

  stream(reply, { usage }): readonly WireEvent[] {
    const head = headOf(reply, 'chat.completion.chunk');
    const piece = (index: number, delta: unknown, finish: string | null = null): WireEvent => ({
      data: {
        ...head,
        choices: [{ index, delta, logprobs: null, finish_reason: finish }],
        // With usage requested, every piece but the last has a null `usage`.
        usage: usage ? null : undefined,
      },
    });
    const pieces = reply.answers.flatMap((answer, index) => [
      piece(index, { role: 'assistant', content: answer.toolCall ? null : '', refusal: null }),
      ...deltasOf(answer, `call_${reply.id}_${index}`).map((delta) => piece(index, delta)),
      piece(index, {}, FINISH_REASONS[answer.finishReason]),
    ]);
    return [...pieces, ...(usage ? [{ data: { ...head, choices: [], usage: usageOf(reply) } }] : []), { data: '[DONE]' }];
  },
};

const FINISH_REASONS = { stop: 'stop', 'stop-text': 'stop', refusal: 'stop', length: 'length', tool: 'tool_calls' } as const;

function headOf({ id, model, created }: WireReply, object: string): Record<string, unknown> {
  return { id: `chatcmpl-${id}`, object, created, model, service_tier: 'default', system_fingerprint: 'fp_simulated' };
}

function usageOf({ answers, inputTokens, cache }: WireReply): unknown {
  const outputTokens = answers.reduce((total, answer) => total + answer.outputTokens, 0);
  return {
    prompt_tokens: inputTokens,
    completion_tokens: outputTokens,
    total_tokens: inputTokens + outputTokens,
    prompt_tokens_details: { cached_tokens: cache.readTokens, audio_tokens: 0 },
    completion_tokens_details: {
      reasoning_tokens: 0,
      audio_tokens: 0,
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
  };
}

function messageOf({ finishReason, text, toolCall }: WireAnswer, callId: string): unknown {
  const refused = finishReason === 'refusal';
  return {
    role: 'assistant',
    content: refused || toolCall ? null : text,
    refusal: refused ? text : null,
    annotations: [],
    tool_calls: toolCall ? [{ id: callId, type: 'function', function: functionOf(toolCall) }] : undefined,
  };
}

function deltasOf({ finishReason, text, toolCall }: WireAnswer, callId: string): readonly unknown[] {
  if (finishReason === 'refusal') return chunksOf(text).map((refusal) => ({ refusal }));
  if (!toolCall) return chunksOf(text).map((content) => ({ content }));
  const { name, arguments: input } = functionOf(toolCall);
  return [
    { tool_calls: [{ index: 0, id: callId, type: 'function', function: { name, arguments: '' } }] },
    ...chunksOf(input).map((part) => ({ tool_calls: [{ index: 0, function: { arguments: part } }] })),
  ];
}

function functionOf({ name, input }: NonNullable<WireAnswer['toolCall']>): { readonly name: string; readonly arguments: string } {
  return { name, arguments: JSON.stringify(input) };
}

function readTools(reader: BodyReader, last: unknown, messages: WireRequest['messages']): ToolOffer | undefined {
  const given = reader.get('tools') ?? [];
  if (!Array.isArray(given)) throw badRequest("Invalid type for 'tools': expected an array.", 'tools');
  const tools = given.map((tool: unknown, index): OfferedTool => {
    const described = isJsonSchema(tool) && tool['type'] === 'function' ? tool['function'] : undefined;
    return readFunction(described, `tools[${index}].function`);
  });
  const choice = reader.get('tool_choice') ?? 'auto';
  const named = isJsonSchema(choice) && isJsonSchema(choice['function']) ? choice['function']['name'] : undefined;
  const isUsersTurn = isJsonSchema(last) && last['role'] === 'user';
  return toToolOffer(tools, readChoice(choice, named), isUsersTurn ? messages.at(-1)?.text : undefined);
}

/** A tool of either OpenAI wire. @throws ApiFailure 400, also for tools that are not functions */
export function readFunction(described: unknown, at: string): OfferedTool {
  if (!isJsonSchema(described) || typeof described['name'] !== 'string') {
    throw badRequest(
      `Invalid value for '${at}': only functions, which have a name, are supported by the simulated provider.`,
      at,
    );
  }
  const { name, parameters, strict } = described;
  const schema = isJsonSchema(parameters) ? parameters : { type: 'object', properties: {} };
  if (strict === true) checkStrictSchema(schema, name);
  return { name, schema };
}

/** The `tool_choice` of either OpenAI wire. @throws ApiFailure 400 */
export function readChoice(choice: unknown, named: unknown): ToolOffer['choice'] {
  if (typeof named === 'string') return { name: named };
  if (choice === 'auto' || choice === 'none' || choice === 'required') return choice;
  throw badRequest(
    "Invalid value for 'tool_choice'. Supported values are: 'none', 'auto', 'required' and a function.",
    'tool_choice',
  );
}

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
