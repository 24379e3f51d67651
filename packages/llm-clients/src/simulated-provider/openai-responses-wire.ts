import { isJsonSchema } from '../offline/json-schema.js';
import type { OfflineMessage } from '../offline/to-offline-request.js';
import { BodyReader, readMessage } from './body-reader.js';
import { openAiBlocks, readSchema } from './openai-chat-wire.js';
import type { Wire, WireReply, WireRequest } from './wire.js';

/** https://platform.openai.com/docs/api-reference/responses */
export const openAiResponsesWire: Wire = {
  vendor: 'openai',
  path: '/v1/responses',

  read(body): WireRequest {
    const reader = new BodyReader(body);
    const instructions = reader.get('instructions');
    const input = reader.get('input');
    const messages: readonly OfflineMessage[] = [
      ...(typeof instructions === 'string' ? [{ role: 'system' as const, text: instructions }] : []),
      ...(typeof input === 'string'
        ? [{ role: 'user' as const, text: input }]
        : reader.requiredList('input').map((item, index) => readMessage(item, `input[${index}]`))),
    ];
    const format = reader.object('text')?.['format'];
    const schema = isJsonSchema(format) ? readSchema(format, format, messages) : undefined;
    const maxOutputTokens = reader.positive('max_output_tokens');
    return {
      model: reader.requiredString('model'),
      messages,
      ...(schema && { schema }),
      ...(maxOutputTokens !== undefined && { maxOutputTokens }),
      blocks: openAiBlocks(schema, messages),
    };
  },

  write({ id, model, created, answer, inputTokens, cache }: WireReply): unknown {
    const cut = answer.finishReason === 'length';
    const content =
      answer.finishReason === 'refusal'
        ? { type: 'refusal', refusal: answer.text }
        : { type: 'output_text', text: answer.text, annotations: [], logprobs: [] };
    return {
      id: `resp_${id}`,
      object: 'response',
      created_at: created,
      status: cut ? 'incomplete' : 'completed',
      error: null,
      incomplete_details: cut ? { reason: 'max_output_tokens' } : null,
      instructions: null,
      metadata: {},
      model,
      output: [
        { id: `msg_${id}`, type: 'message', status: cut ? 'incomplete' : 'completed', role: 'assistant', content: [content] },
      ],
      parallel_tool_calls: true,
      tool_choice: 'auto',
      tools: [],
      usage: {
        input_tokens: inputTokens,
        input_tokens_details: { cached_tokens: cache.readTokens, cache_write_tokens: 0 },
        output_tokens: answer.outputTokens,
        output_tokens_details: { reasoning_tokens: 0 },
        total_tokens: inputTokens + answer.outputTokens,
      },
    };
  },
};
