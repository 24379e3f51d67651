import { isJsonSchema } from '../offline/schema-instruction.js';
import type { OfflineMessage } from '../offline/to-offline-request.js';
import { badRequest, BodyReader, readMessage } from './body-reader.js';
import { openAiBlocks, readChoice, readFunction, readSchema } from './openai-chat-wire.js';
import { checkResponsesRequest } from './strict/check-responses-request.js';
import { type ToolOffer, toToolOffer } from './tool-offer.js';
import { chunksOf, type Wire, type WireEvent, type WireReply, type WireRequest } from './wire.js';

const NOT_SIMULATED = ['previous_response_id', 'conversation', 'background', 'prompt', 'top_logprobs'];

/** https://platform.openai.com/docs/api-reference/responses */
export const openAiResponsesWire: Wire = {
  vendor: 'openai',
  path: '/v1/responses',

  read(body, strict): WireRequest {
    const reader = new BodyReader(body);
    if (strict) checkResponsesRequest(body);
    reader.refuse(NOT_SIMULATED);
    const instructions = reader.get('instructions');
    const input = reader.get('input');
    const items = typeof input === 'string' ? [{ role: 'user', content: input }] : reader.requiredList('input');
    const messages: readonly OfflineMessage[] = [
      ...(typeof instructions === 'string' ? [{ role: 'system' as const, text: instructions }] : []),
      ...items.map((item, index) => readItem(item, `input[${index}]`)),
    ];
    const format = reader.object('text')?.['format'];
    const schema = isJsonSchema(format) ? readSchema(format, format, messages) : undefined;
    const maxOutputTokens = reader.positive('max_output_tokens');
    const tools = readTools(reader, items.at(-1), messages);
    return {
      model: reader.requiredString('model'),
      messages,
      schema,
      maxOutputTokens,
      blocks: openAiBlocks(schema, messages),
      tools,
      stream: reader.get('stream') === true ? { usage: true } : undefined,
    };
  },

  write(reply: WireReply): unknown {
    return responseOf(reply, 'ended');
  },

  stream(reply): readonly WireEvent[] {
    const [answer] = reply.answers;
    const item = outputItem(reply, 'ended');
    const at = { item_id: itemId(reply), output_index: 0 };
    const events: { type: string; [field: string]: unknown }[] = [
      { type: 'response.created', response: responseOf(reply, 'begun') },
      { type: 'response.in_progress', response: responseOf(reply, 'begun') },
      { type: 'response.output_item.added', output_index: 0, item: outputItem(reply, 'begun') },
    ];
    if (answer.toolCall) {
      const input = JSON.stringify(answer.toolCall.input);
      events.push(...chunksOf(input).map((delta) => ({ type: 'response.function_call_arguments.delta', ...at, delta })), {
        type: 'response.function_call_arguments.done',
        ...at,
        name: answer.toolCall.name,
        arguments: input,
      });
    } else {
      const refused = answer.finishReason === 'refusal';
      const kind = refused ? 'response.refusal' : 'response.output_text';
      const inPart = { ...at, content_index: 0 };
      const logprobs = refused ? {} : { logprobs: [] };
      events.push(
        { type: 'response.content_part.added', ...inPart, part: contentPart(refused, '') },
        ...chunksOf(answer.text).map((delta) => ({ type: `${kind}.delta`, ...inPart, delta, ...logprobs })),
        { type: `${kind}.done`, ...inPart, [refused ? 'refusal' : 'text']: answer.text, ...logprobs },
        { type: 'response.content_part.done', ...inPart, part: contentPart(refused, answer.text) },
      );
    }
    const end = answer.finishReason === 'length' ? 'response.incomplete' : 'response.completed';
    events.push(
      { type: 'response.output_item.done', output_index: 0, item },
      { type: end, response: responseOf(reply, 'ended') },
    );
    return events.map((data, index) => ({ event: data.type, data: { ...data, sequence_number: index } }));
  },
};

function responseOf(reply: WireReply, state: 'begun' | 'ended'): unknown {
  const { id, model, created, answers, inputTokens, cache } = reply;
  const [answer] = answers;
  const cut = answer.finishReason === 'length';
  const isOver = state === 'ended';
  return {
    id: `resp_${id}`,
    object: 'response',
    created_at: created,
    status: isOver ? (cut ? 'incomplete' : 'completed') : 'in_progress',
    error: null,
    incomplete_details: isOver && cut ? { reason: 'max_output_tokens' } : null,
    instructions: null,
    metadata: {},
    model,
    output: isOver ? [outputItem(reply, 'ended')] : [],
    parallel_tool_calls: true,
    tool_choice: 'auto',
    tools: [],
    usage: isOver
      ? {
          input_tokens: inputTokens,
          input_tokens_details: { cached_tokens: cache.readTokens, cache_write_tokens: 0 },
          output_tokens: answer.outputTokens,
          output_tokens_details: { reasoning_tokens: 0 },
          total_tokens: inputTokens + answer.outputTokens,
        }
      : null,
  };
}

function outputItem(reply: WireReply, state: 'begun' | 'ended'): unknown {
  const [answer] = reply.answers;
  const isOver = state === 'ended';
  const status = isOver ? (answer.finishReason === 'length' ? 'incomplete' : 'completed') : 'in_progress';
  const id = itemId(reply);
  if (answer.toolCall) {
    const { name, input } = answer.toolCall;
    return {
      id,
      type: 'function_call',
      status,
      call_id: `call_${reply.id}`,
      name,
      arguments: isOver ? JSON.stringify(input) : '',
    };
  }
  const content = isOver ? [contentPart(answer.finishReason === 'refusal', answer.text)] : [];
  return { id, type: 'message', status, role: 'assistant', content };
}

function itemId({ id, answers }: WireReply): string {
  return answers[0].toolCall ? `fc_${id}` : `msg_${id}`;
}

function contentPart(refused: boolean, text: string): unknown {
  return refused ? { type: 'refusal', refusal: text } : { type: 'output_text', text, annotations: [], logprobs: [] };
}

function readItem(item: unknown, at: string): OfflineMessage {
  if (isJsonSchema(item)) {
    switch (item['type'] ?? 'message') {
      case 'message':
        return readMessage(item, at);
      case 'function_call':
        return { role: 'assistant', text: JSON.stringify({ name: item['name'], arguments: item['arguments'] }) };
      case 'function_call_output':
        return { role: 'user', text: typeof item['output'] === 'string' ? item['output'] : JSON.stringify(item['output']) };
    }
  }
  throw badRequest(`Invalid value for '${at}': messages and function calls only are supported by the simulated provider.`, at);
}

function readTools(reader: BodyReader, last: unknown, messages: WireRequest['messages']): ToolOffer | undefined {
  const given = reader.get('tools') ?? [];
  if (!Array.isArray(given)) throw badRequest("Invalid type for 'tools': expected an array.", 'tools');
  const tools = given.map((tool: unknown, index) =>
    readFunction(isJsonSchema(tool) && tool['type'] === 'function' ? tool : undefined, `tools[${index}]`),
  );
  const choice = reader.get('tool_choice') ?? 'auto';
  const named = isJsonSchema(choice) && choice['type'] === 'function' ? choice['name'] : undefined;
  const isUsersTurn = isJsonSchema(last) && last['role'] === 'user';
  return toToolOffer(tools, readChoice(choice, named), isUsersTurn ? messages.at(-1)?.text : undefined);
}
