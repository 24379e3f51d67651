import { expect, onTestFinished, test } from 'vitest';
import { startSimulatedProvider } from '../start-simulated-provider.js';

const CHAT = '/v1/chat/completions';
const RESPONSES = '/v1/responses';
const MESSAGES = '/v1/messages';
const EMBEDDINGS = '/v1/embeddings';

interface Refusal {
  readonly status: number;
  readonly body: { readonly error: { readonly message: string; readonly param?: string | null; readonly code?: string | null } };
}

async function post(path: string, body: unknown, strict = true): Promise<Refusal> {
  const provider = await startSimulatedProvider({ strict });
  onTestFinished(() => provider.close());
  const headers = { authorization: 'Bearer key', ...(path === MESSAGES && { 'anthropic-version': '2023-06-01' }) };
  const response = await fetch(`${provider.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as Refusal['body'] };
}

const said = [{ role: 'user', content: 'Hello' }];
const chat = (more: object): object => ({ model: 'gpt-4o', messages: said, ...more });
const responses = (more: object): object => ({ model: 'gpt-4.1', input: 'Hello', ...more });
const claude = (more: object): object => ({ model: 'claude-sonnet-4-5', max_tokens: 2_000, messages: said, ...more });
const embed = (more: object): object => ({ model: 'text-embedding-3-small', input: ['Hello'], ...more });
const turn = (content: unknown, role = 'user'): object => ({
  messages: [...said, { role: 'assistant', content: 'Hi' }, { role, content }],
});
const format = { type: 'json_schema', json_schema: { name: 'r', schema: { type: 'object' } } };
const shape = { format: { type: 'json_schema', schema: { type: 'object', properties: {}, additionalProperties: false } } };

// In the services' words, as their documentation and public reports of errors have them.
test.each<[string, string, object, RegExp, (string | null)?]>([
  [
    'gpt-5 with temperature',
    CHAT,
    chat({ model: 'gpt-5', temperature: 0.7 }),
    /'temperature' does not support 0.7 .*Only the default/,
    'unsupported_value',
  ],
  [
    'gpt-5-mini with top_p',
    CHAT,
    chat({ model: 'gpt-5-mini', top_p: 0.9 }),
    /'top_p' is not supported with this model/,
    'unsupported_parameter',
  ],
  [
    'gpt-5 with max_tokens',
    CHAT,
    chat({ model: 'gpt-5', max_tokens: 50 }),
    /Use 'max_completion_tokens' instead/,
    'unsupported_parameter',
  ],
  [
    'o3 with max_tokens',
    CHAT,
    chat({ model: 'o3-mini', max_tokens: 50 }),
    /'max_tokens' is not supported/,
    'unsupported_parameter',
  ],
  ['o4-mini with stop', CHAT, chat({ model: 'o4-mini', stop: 'x' }), /'stop' is not supported/],
  [
    'o3 with the least effort',
    CHAT,
    chat({ model: 'o3', reasoning_effort: 'minimal' }),
    /does not support 'minimal'.*'low', 'medium', and 'high'/,
  ],
  [
    'gpt-5.1 that reasons, with temperature',
    CHAT,
    chat({ model: 'gpt-5.1', reasoning_effort: 'low', temperature: 0.5 }),
    /'temperature' does not support/,
  ],
  [
    'an effort of a model that does not reason',
    CHAT,
    chat({ reasoning_effort: 'low' }),
    /Unrecognized request argument supplied: reasoning_effort/,
  ],
  [
    'o1-mini with instructions',
    CHAT,
    { model: 'o1-mini', messages: [{ role: 'system', content: 'Be kind.' }, ...said] },
    /'messages\[0\]\.role' does not support 'system'/,
  ],
  [
    'a schema for gpt-3.5',
    CHAT,
    chat({ model: 'gpt-3.5-turbo', response_format: format }),
    /of type 'json_schema' is not supported/,
  ],
  ['temperature above 2', CHAT, chat({ temperature: 5 }), /Expected a value <= 2, but got 5/, 'decimal_above_max_value'],
  ['temperature as a text', CHAT, chat({ temperature: '1' }), /expected a decimal, but got a string/, 'invalid_type'],
  ['top_p below 0', CHAT, chat({ top_p: -1 }), /Expected a value >= 0/],
  ['no reply', CHAT, chat({ n: 0 }), /Invalid 'n'.*>= 1/, 'integer_below_min_value'],
  ['too many replies', CHAT, chat({ n: 129 }), /Invalid 'n'.*<= 128/],
  ['no tokens', CHAT, chat({ max_tokens: 0 }), /Invalid 'max_tokens'.*>= 1/],
  ['more tokens than it writes', CHAT, chat({ max_tokens: 20_000 }), /supports at most 16384 completion tokens/],
  ['both limits', CHAT, chat({ max_tokens: 5, max_completion_tokens: 5 }), /at the same time is not supported/],
  ['an unknown field', CHAT, chat({ top_k: 5 }), /Unrecognized request argument supplied: top_k/],
  ['no messages', CHAT, chat({ messages: [] }), /empty array/, 'empty_array'],
  ['another role', CHAT, chat({ messages: [{ role: 'narrator', content: 'x' }] }), /Invalid value: 'narrator'/, 'invalid_value'],
  ['a message without content', CHAT, chat({ messages: [{ role: 'user', content: null }] }), /expected a string, got null/],
  [
    'a tool that nobody called',
    CHAT,
    chat({ messages: [...said, { role: 'tool', tool_call_id: 'c', content: 'x' }] }),
    /must be a response to a preceeding message/,
  ],
  ['five stops', CHAT, chat({ stop: ['a', 'b', 'c', 'd', 'e'] }), /maximum length 4/, 'array_above_max_length'],
  [
    'stream options without a stream',
    CHAT,
    chat({ stream_options: { include_usage: true } }),
    /only allowed when 'stream' is enabled/,
  ],
  [
    'a prompt beyond the context',
    CHAT,
    chat({ model: 'gpt-4', messages: [{ role: 'user', content: 'x'.repeat(40_000) }] }),
    /maximum context length is 8192/,
    'context_length_exceeded',
  ],
  ['half an emoji', CHAT, chat({ messages: [{ role: 'user', content: 'a \ud83d b' }] }), /failed to parse JSON value/],
  [
    'a demanded tool that is not offered',
    CHAT,
    chat({ tool_choice: { type: 'function', function: { name: 'f' } } }),
    /'f' is not among 'tools'/,
  ],
  [
    'max_tokens of responses',
    RESPONSES,
    responses({ max_tokens: 50 }),
    /has moved to 'max_output_tokens'/,
    'unsupported_parameter',
  ],
  ['an unknown parameter of responses', RESPONSES, responses({ seed: 5 }), /Unknown parameter: 'seed'/, 'unknown_parameter'],
  ['too few tokens of a response', RESPONSES, responses({ max_output_tokens: 3 }), /Expected a value >= 16/],
  ['an input of nothing', RESPONSES, responses({ input: [] }), /empty array/],
  [
    'a part of chat completions',
    RESPONSES,
    responses({ input: [{ role: 'user', content: [{ type: 'text', text: 'x' }] }] }),
    /Invalid value: 'text'.*'input_text'/,
  ],
  [
    'words of the assistant as input',
    RESPONSES,
    responses({ input: [{ role: 'assistant', content: [{ type: 'input_text', text: 'x' }] }] }),
    /'output_text', 'refusal'/,
  ],
  ['o3 with temperature, by responses', RESPONSES, responses({ model: 'o3', temperature: 1 }), /'temperature' is not supported/],
  ['temperature above 1', MESSAGES, claude({ temperature: 1.7 }), /temperature: Input should be less than or equal to 1/],
  ['temperature and top_p', MESSAGES, claude({ temperature: 1, top_p: 0.9 }), /cannot both be specified/],
  [
    'sampling of a newer model',
    MESSAGES,
    claude({ model: 'claude-opus-4-7', temperature: 1 }),
    /`temperature` is deprecated for this model/,
  ],
  ['top_k of a newer model', MESSAGES, claude({ model: 'claude-opus-4-7', top_k: 5 }), /`top_k` is deprecated/],
  [
    'thought beyond the limit',
    MESSAGES,
    claude({ thinking: { type: 'enabled', budget_tokens: 2_000 } }),
    /must be greater than `thinking.budget_tokens`/,
  ],
  [
    'too little thought',
    MESSAGES,
    claude({ thinking: { type: 'enabled', budget_tokens: 1_000 } }),
    /greater than or equal to 1024/,
  ],
  [
    'thought and temperature',
    MESSAGES,
    claude({ temperature: 0.5, thinking: { type: 'enabled', budget_tokens: 1_024 } }),
    /may only be set to 1 when thinking/,
  ],
  [
    'a budget for a newer model',
    MESSAGES,
    claude({ model: 'claude-opus-4-7', thinking: { type: 'enabled', budget_tokens: 1_024 } }),
    /"thinking.type.enabled" is not supported/,
  ],
  [
    'adaptive thought of an older model',
    MESSAGES,
    claude({ thinking: { type: 'adaptive' } }),
    /"thinking.type.adaptive" is not supported/,
  ],
  [
    'thought and a demanded tool',
    MESSAGES,
    claude({ thinking: { type: 'enabled', budget_tokens: 1_024 }, tool_choice: { type: 'any' } }),
    /tool_choice forces tool use/,
  ],
  [
    'an effort of an older model',
    MESSAGES,
    claude({ output_config: { effort: 'low' } }),
    /does not support the effort parameter/,
  ],
  [
    'a format of an older model',
    MESSAGES,
    claude({ model: 'claude-3-5-haiku-latest', output_config: shape }),
    /does not support output format/,
  ],
  ['a field of another service', MESSAGES, claude({ seed: 5 }), /seed: Extra inputs are not permitted/],
  ['no limit', MESSAGES, { model: 'claude-sonnet-4-5', messages: said }, /max_tokens: Field required/],
  ['more tokens than Claude writes', MESSAGES, claude({ max_tokens: 100_000 }), /100000 > 64000, which is the maximum/],
  ['nothing said', MESSAGES, claude({ messages: [] }), /at least one message is required/],
  ['a system message', MESSAGES, claude({ messages: [{ role: 'system', content: 'x' }] }), /Unexpected role "system"/],
  [
    'the assistant first',
    MESSAGES,
    claude({ messages: [{ role: 'assistant', content: 'x' }] }),
    /first message must use the "user" role/,
  ],
  ['a turn without words', MESSAGES, claude(turn('')), /must have non-empty content/],
  ['an empty block', MESSAGES, claude(turn([{ type: 'text', text: '' }])), /text content blocks must be non-empty/],
  ['a block of white space', MESSAGES, claude(turn([{ type: 'text', text: ' \n' }])), /must contain non-whitespace text/],
  [
    'an empty block of the system',
    MESSAGES,
    claude({ system: [{ type: 'text', text: '' }] }),
    /system: text content blocks must be non-empty/,
  ],
  [
    'white space at the end',
    MESSAGES,
    claude({ messages: [...said, { role: 'assistant', content: 'Well, ' }] }),
    /cannot end with trailing whitespace/,
  ],
  [
    'a beginning for a newer model',
    MESSAGES,
    claude({ model: 'claude-opus-4-7', messages: [...said, { role: 'assistant', content: 'Well' }] }),
    /does not support assistant message prefill/,
  ],
  ['a stop of white space', MESSAGES, claude({ stop_sequences: ['\n'] }), /must contain non-whitespace/],
  [
    'a result that nobody asked for',
    MESSAGES,
    claude(turn([{ type: 'tool_result', tool_use_id: 't', content: 'x' }])),
    /must have a corresponding `tool_use` block/,
  ],
  ['a prompt beyond its context', MESSAGES, claude(turn('x'.repeat(900_000))), /prompt is too long: \d+ tokens > 200000 maximum/],
  ['half an emoji for Claude', MESSAGES, claude(turn('\udc00')), /no low surrogate in string/],
  ['no text', EMBEDDINGS, embed({ input: [] }), /'\$\.input' is invalid/],
  ['an empty text', EMBEDDINGS, embed({ input: ['a', ''] }), /'\$\.input' is invalid/],
  [
    'a text that is too long',
    EMBEDDINGS,
    embed({ input: 'x'.repeat(40_000) }),
    /maximum context length is 8192 tokens, however you requested 10000/,
  ],
  [
    'too much at once',
    EMBEDDINGS,
    embed({ input: Array.from({ length: 50 }, () => 'x'.repeat(30_000)) }),
    /max 300000 tokens per request/,
    'max_tokens_per_request',
  ],
  ['more dimensions than it has', EMBEDDINGS, embed({ dimensions: 2_000 }), /Expected a value <= 1536/],
  [
    'dimensions of an older model',
    EMBEDDINGS,
    embed({ model: 'text-embedding-ada-002', dimensions: 5 }),
    /does not support specifying dimensions/,
  ],
])('%s is refused', async (_, path, body, message, code) => {
  const reply = await post(path, body);
  expect(reply.body.error.message).toMatch(message);
  expect(reply.status).toBe(400);
  if (code !== undefined) expect(reply.body.error.code).toBe(code);
});

test.each<[string, string, object]>([
  ['logprobs', CHAT, chat({ logprobs: true })],
  ['a tool of the service', RESPONSES, responses({ tools: [{ type: 'web_search' }] })],
  ['an earlier response', RESPONSES, responses({ previous_response_id: 'resp_1' })],
  ['an item of another kind', RESPONSES, responses({ input: [{ type: 'reasoning', id: 'r' }] })],
  ['a tool of Anthropic', MESSAGES, claude({ tools: [{ type: 'bash_20250124', name: 'bash' }] })],
  ['a server of tools', MESSAGES, claude({ mcp_servers: [{ type: 'url', url: 'x', name: 'x' }] })],
])('%s, which is not simulated, is never overlooked', async (_, path, body) => {
  for (const strict of [true, false]) expect(await post(path, body, strict)).toMatchObject({ status: 400 });
});

test('without the strict form, requests are taken as other servers take them', async () => {
  expect((await post(CHAT, chat({ model: 'gpt-5', temperature: 0.7, top_k: 5 }), false)).status).toBe(200);
  expect((await post(MESSAGES, claude({ model: 'claude-opus-4-7', temperature: 1.7, top_k: 5 }), false)).status).toBe(200);
});
