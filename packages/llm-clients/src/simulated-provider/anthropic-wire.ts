import { isJsonSchema } from '../offline/json-schema.js';
import type { OfflineMessage } from '../offline/to-offline-request.js';
import { badRequest, BodyReader, contentTexts, readMessage } from './body-reader.js';
import { checkAnthropicSchema } from './check-schema.js';
import type { CacheBlock } from './prompt-cache.js';
import type { Wire, WireReply, WireRequest } from './wire.js';

const MOST_BREAKPOINTS = 4;

/** https://platform.claude.com/docs/en/api/messages */
export const anthropicWire: Wire = {
  vendor: 'anthropic',
  path: '/v1/messages',

  read(body): WireRequest {
    const reader = new BodyReader(body);
    const list = reader.requiredList('messages');
    const system = reader.get('system');
    const messages: OfflineMessage[] = list.map((message, index) => readMessage(message, `messages.${index}`));
    if (messages.some((message) => message.text.trim() === ''))
      throw badRequest('messages: text content blocks must be non-empty');
    if (messages[0]?.role === 'assistant') throw badRequest('messages: first message must use the "user" role');
    if (system !== undefined) messages.unshift({ role: 'system', text: contentTexts(system, 'system').join('\n\n') });

    const format = reader.object('output_config')?.['format'];
    const schema = isJsonSchema(format) && format['type'] === 'json_schema' ? format['schema'] : undefined;
    if (isJsonSchema(schema)) checkAnthropicSchema(schema);
    const maxOutputTokens = reader.positive('max_tokens');
    if (maxOutputTokens === undefined) throw badRequest('max_tokens: Field required');
    return {
      model: reader.requiredString('model'),
      messages,
      ...(isJsonSchema(schema) && { schema }),
      maxOutputTokens,
      blocks: cacheBlocks(schema, system, list, isJsonSchema(reader.get('cache_control'))),
    };
  },

  write({ id, model, answer, inputTokens, cache }: WireReply): unknown {
    const [fiveMinutes, oneHour] = cache.writeTokens;
    return {
      id: `msg_${id}`,
      type: 'message',
      role: 'assistant',
      model,
      content: [{ type: 'text', text: answer.text, citations: null }],
      stop_reason: STOP_REASONS[answer.finishReason],
      stop_sequence: null,
      usage: {
        input_tokens: inputTokens - cache.readTokens - fiveMinutes - oneHour,
        cache_creation_input_tokens: fiveMinutes + oneHour,
        cache_read_input_tokens: cache.readTokens,
        cache_creation: { ephemeral_5m_input_tokens: fiveMinutes, ephemeral_1h_input_tokens: oneHour },
        output_tokens: answer.outputTokens,
        service_tier: 'standard',
      },
    };
  },
};

const STOP_REASONS = { stop: 'end_turn', length: 'max_tokens', refusal: 'refusal' } as const;

// The schema first (changing it empties the cache), then system, then messages; roles are part of the text.
function cacheBlocks(schema: unknown, system: unknown, messages: readonly unknown[], automatic: boolean): readonly CacheBlock[] {
  const blocks: CacheBlock[] = schema === undefined ? [] : [{ text: JSON.stringify(schema) }];
  blocks.push(...contentBlocks('system', system ?? []));
  for (const message of messages) {
    if (isJsonSchema(message)) blocks.push(...contentBlocks(String(message['role']), message['content']));
  }
  const last = blocks.at(-1);
  // A `cache_control` of the request itself stands at its last block.
  if (automatic && last) blocks[blocks.length - 1] = { breakpoint: '5m', ...last };
  const found = blocks.filter((block) => block.breakpoint !== undefined).length;
  if (found > MOST_BREAKPOINTS) throw badRequest(`A maximum of 4 blocks with cache_control may be provided. Found ${found}.`);
  return blocks;
}

function contentBlocks(role: string, content: unknown): readonly CacheBlock[] {
  if (typeof content === 'string') return [{ text: `${role}\n${content}` }];
  if (!Array.isArray(content)) return [];
  return content.filter(isJsonSchema).map((block, index) => {
    const text = `${index === 0 ? `${role}\n` : ''}${String(block['text'])}`;
    const control = block['cache_control'];
    return isJsonSchema(control) ? { text, breakpoint: control['ttl'] === '1h' ? '1h' : '5m' } : { text };
  });
}
