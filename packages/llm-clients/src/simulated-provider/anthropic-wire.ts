import { isJsonSchema } from '../offline/schema-instruction.js';
import type { OfflineMessage } from '../offline/to-offline-request.js';
import { badRequest, BodyReader, contentTexts, readMessage } from './body-reader.js';
import { checkAnthropicSchema } from './check-schema.js';
import type { CacheBlock } from './prompt-cache.js';
import { checkMessagesRequest } from './strict/check-messages-request.js';
import { type OfferedTool, type ToolOffer, toToolOffer } from './tool-offer.js';
import { chunksOf, type Wire, type WireEvent, type WireReply, type WireRequest } from './wire.js';

const MOST_BREAKPOINTS = 4;
const NOT_SIMULATED = ['container', 'context_management', 'mcp_servers'];

/** https://platform.claude.com/docs/en/api/messages */
export const anthropicWire: Wire = {
  vendor: 'anthropic',
  path: '/v1/messages',

  read(body, strict): WireRequest {
    const reader = new BodyReader(body);
    if (strict) checkMessagesRequest(body);
    reader.refuse(NOT_SIMULATED);
    const list = reader.requiredList('messages');
    const system = reader.get('system');
    const messages: OfflineMessage[] = list.map((message, index) => readTurn(message, `messages.${index}`));
    if (messages.some((message) => message.text.trim() === ''))
      throw badRequest('messages: text content blocks must be non-empty');
    if (messages[0]?.role === 'assistant') throw badRequest('messages: first message must use the "user" role');
    const tools = readTools(reader, list.at(-1));
    if (system !== undefined) messages.unshift({ role: 'system', text: contentTexts(system, 'system').join('\n\n') });

    const format = reader.object('output_config')?.['format'];
    const schema = isJsonSchema(format) && format['type'] === 'json_schema' ? format['schema'] : undefined;
    if (isJsonSchema(schema)) checkAnthropicSchema(schema);
    const maxOutputTokens = reader.positive('max_tokens');
    if (maxOutputTokens === undefined) throw badRequest('max_tokens: Field required');
    return {
      model: reader.requiredString('model'),
      messages,
      schema: isJsonSchema(schema) ? schema : undefined,
      maxOutputTokens,
      blocks: cacheBlocks(schema, system, list, isJsonSchema(reader.get('cache_control'))),
      stops: reader.texts('stop_sequences'),
      tools,
      stream: reader.get('stream') === true ? { usage: true } : undefined,
    };
  },

  write(reply: WireReply): unknown {
    const [answer] = reply.answers;
    return {
      ...messageOf(reply),
      content: [contentOf(reply)],
      stop_reason: STOP_REASONS[answer.finishReason],
      stop_sequence: answer.stoppedBy ?? null,
      usage: usageOf(reply, answer.outputTokens),
    };
  },

  stream(reply): readonly WireEvent[] {
    const [answer] = reply.answers;
    const { toolCall } = answer;
    const message = { ...messageOf(reply), content: [], stop_reason: null, stop_sequence: null, usage: usageOf(reply, 1) };
    const empty = toolCall ? { ...contentOf(reply), input: {} } : { type: 'text', text: '' };
    const deltas = toolCall
      ? chunksOf(JSON.stringify(toolCall.input)).map((part) => ({ type: 'input_json_delta', partial_json: part }))
      : chunksOf(answer.text).map((text) => ({ type: 'text_delta', text }));
    const events: readonly { readonly type: string; readonly [field: string]: unknown }[] = [
      { type: 'message_start', message },
      { type: 'content_block_start', index: 0, content_block: empty },
      { type: 'ping' },
      ...deltas.map((delta) => ({ type: 'content_block_delta', index: 0, delta })),
      { type: 'content_block_stop', index: 0 },
      {
        type: 'message_delta',
        delta: { stop_reason: STOP_REASONS[answer.finishReason], stop_sequence: answer.stoppedBy ?? null },
        usage: { output_tokens: answer.outputTokens },
      },
      { type: 'message_stop' },
    ];
    return events.map((data) => ({ event: data.type, data }));
  },
};

const STOP_REASONS = {
  stop: 'end_turn',
  'stop-text': 'stop_sequence',
  length: 'max_tokens',
  refusal: 'refusal',
  tool: 'tool_use',
} as const;

function messageOf({ id, model }: WireReply): Record<string, unknown> {
  return { id: `msg_${id}`, type: 'message', role: 'assistant', model };
}

function contentOf({ id, answers: [{ text, toolCall }] }: WireReply): Record<string, unknown> {
  return toolCall ? { type: 'tool_use', id: `toolu_${id}`, name: toolCall.name, input: toolCall.input } : { type: 'text', text };
}

function usageOf({ inputTokens, cache }: WireReply, outputTokens: number): unknown {
  const [fiveMinutes, oneHour] = cache.writeTokens;
  return {
    input_tokens: inputTokens - cache.readTokens - fiveMinutes - oneHour,
    cache_creation_input_tokens: fiveMinutes + oneHour,
    cache_read_input_tokens: cache.readTokens,
    cache_creation: { ephemeral_5m_input_tokens: fiveMinutes, ephemeral_1h_input_tokens: oneHour },
    output_tokens: outputTokens,
    service_tier: 'standard',
  };
}

// Text, and what tools were asked and gave back, as texts.
function readTurn(message: unknown, at: string): OfflineMessage {
  if (!isJsonSchema(message) || !Array.isArray(message['content'])) return readMessage(message, at);
  const content = message['content'].map((block: unknown) => {
    if (!isJsonSchema(block)) return block;
    if (block['type'] === 'tool_use')
      return { type: 'text', text: JSON.stringify({ name: block['name'], input: block['input'] }) };
    if (block['type'] !== 'tool_result') return block;
    const given = block['content'] ?? '';
    return { type: 'text', text: typeof given === 'string' ? given || '(nothing)' : contentTexts(given, at).join('\n\n') };
  });
  return readMessage({ ...message, content }, at);
}

function readTools(reader: BodyReader, last: unknown): ToolOffer | undefined {
  const given = reader.get('tools') ?? [];
  if (!Array.isArray(given)) throw badRequest('tools: Input should be a valid list');
  const tools = given.map((tool: unknown, index): OfferedTool => {
    const isOwn = isJsonSchema(tool) && (tool['type'] ?? 'custom') === 'custom';
    if (!isOwn || typeof tool['name'] !== 'string' || !isJsonSchema(tool['input_schema'])) {
      throw badRequest(`tools.${index}: only tools with a name and an input_schema are supported by the simulated provider`);
    }
    return { name: tool['name'], schema: tool['input_schema'] };
  });
  const choice = reader.object('tool_choice');
  return toToolOffer(tools, readChoice(choice?.['type'] ?? 'auto', choice?.['name']), lastWords(last));
}

function readChoice(type: unknown, name: unknown): ToolOffer['choice'] {
  if (type === 'tool' && typeof name === 'string') return { name };
  if (type === 'any') return 'required';
  if (type === 'auto' || type === 'none') return type;
  throw badRequest("tool_choice: Input tag should be 'auto', 'any', 'tool' or 'none'");
}

function lastWords(last: unknown): string | undefined {
  if (!isJsonSchema(last) || last['role'] !== 'user') return undefined;
  const content = last['content'];
  if (Array.isArray(content) && content.some((block) => isJsonSchema(block) && block['type'] === 'tool_result')) return undefined;
  return contentTexts(content, 'messages').join('\n\n');
}

// The schema first (changing it empties the cache), then system, then messages; roles are part of the text.
function cacheBlocks(schema: unknown, system: unknown, messages: readonly unknown[], automatic: boolean): readonly CacheBlock[] {
  const blocks: CacheBlock[] = schema === undefined ? [] : [{ text: JSON.stringify(schema) }];
  blocks.push(...contentBlocks('system', system ?? []));
  for (const message of messages) {
    if (isJsonSchema(message)) blocks.push(...contentBlocks(String(message['role']), message['content']));
  }
  const last = blocks.at(-1);
  // A `cache_control` of the request itself applies to its last block.
  if (automatic && last) blocks[blocks.length - 1] = { breakpoint: '5m', ...last };
  const found = blocks.filter((block) => block.breakpoint !== undefined).length;
  if (found > MOST_BREAKPOINTS) throw badRequest(`A maximum of 4 blocks with cache_control may be provided. Found ${found}.`);
  return blocks;
}

function contentBlocks(role: string, content: unknown): readonly CacheBlock[] {
  if (typeof content === 'string') return [{ text: `${role}\n${content}` }];
  if (!Array.isArray(content)) return [];
  return content.filter(isJsonSchema).map((block, index) => {
    const said = typeof block['text'] === 'string' ? block['text'] : JSON.stringify(block);
    const text = `${index === 0 ? `${role}\n` : ''}${said}`;
    const control = block['cache_control'];
    return isJsonSchema(control) ? { text, breakpoint: control['ttl'] === '1h' ? '1h' : '5m' } : { text };
  });
}
