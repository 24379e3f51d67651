import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zodResponseFormat, zodTextFormat } from 'openai/helpers/zod';
import { z } from 'zod';
import type { FaultShares } from './faults.js';
import { type SimulatedProvider, startSimulatedProvider } from './start-simulated-provider.js';

const providers: SimulatedProvider[] = [];
async function open(faults: FaultShares = {}): Promise<{ openai: OpenAI; anthropic: Anthropic }> {
  const provider = await startSimulatedProvider({ strict: true, faults });
  providers.push(provider);
  return {
    openai: new OpenAI({ baseURL: provider.openAiUrl, apiKey: 'key', maxRetries: 0 }),
    anthropic: new Anthropic({ baseURL: provider.url, apiKey: 'key', maxRetries: 0 }),
  };
}

let { openai, anthropic } = {} as Awaited<ReturnType<typeof open>>;
let refusing = {} as Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  ({ openai, anthropic } = await open());
  refusing = await open({ refusal: 1 });
});
afterAll(() => Promise.all(providers.map((provider) => provider.close())));

const parameters = {
  type: 'object',
  properties: { city: { type: 'string' }, days: { type: 'integer', minimum: 1, maximum: 7 } },
  required: ['city', 'days'],
  additionalProperties: false,
} as const;
const words = (content: string) => [{ role: 'user' as const, content }];
const Mood = z.object({ mood: z.enum(['calm', 'cross']), score: z.number() });

/** Everything but what differs from one request to the next. */
const withoutIds = (reply: unknown): unknown =>
  JSON.parse(
    JSON.stringify(reply, (key, value: unknown) =>
      [
        'id',
        'created',
        'created_at',
        'item_id',
        'call_id',
        '_request_id',
        'parsed',
        'parsed_arguments',
        'parsed_output',
        'output_text',
        'output_parsed',
      ].includes(key)
        ? undefined
        : value,
    ),
  );

describe('chat completions', () => {
  const tools: OpenAI.Chat.ChatCompletionTool[] = [{ type: 'function', function: { name: 'get_weather', parameters } }];
  const asked: readonly [string, Omit<OpenAI.Chat.ChatCompletionCreateParamsNonStreaming, 'model'>][] = [
    ['words', { messages: words('Hello') }],
    ['three replies', { messages: words('Hello'), n: 3 }],
    ['a cut reply', { messages: words('Hello'), max_tokens: 4 }],
    ['a stop', { messages: words('Hello'), stop: ' ' }],
    ['a tool that is demanded', { messages: words('Hello'), tools, tool_choice: 'required' }],
    ['a tool that is mentioned', { messages: words('Please get weather for Bern.'), tools }],
    ['a tool that nobody needs', { messages: words('Hello'), tools }],
    ['a schema', { messages: words('How?'), response_format: zodResponseFormat(Mood, 'mood') }],
  ];

  test.each(asked)('%s come in a stream as they come whole', async (_, body) => {
    const whole = await openai.chat.completions.create({ model: 'gpt-4o', ...body });
    const stream = openai.chat.completions.stream({
      model: 'gpt-4o',
      ...body,
      stream: true,
      stream_options: { include_usage: true },
    });
    let pieces = 0;
    stream.on('chunk', () => void pieces++);
    const streamed = await stream.finalChatCompletion();
    const usage = await stream.totalUsage();
    const message = ({ choices }: { choices: readonly OpenAI.Chat.ChatCompletion.Choice[] }) =>
      choices.map(({ finish_reason: finish, index, message: { role, content, refusal, tool_calls: calls } }) => ({
        finish,
        index,
        role,
        content,
        refusal,
        calls: (calls ?? []).map((call) => call.type === 'function' && [call.function.name, call.function.arguments]),
      }));
    expect(message(streamed)).toEqual(message(whole));
    expect(usage.completion_tokens).toBe(whole.usage?.completion_tokens);
    expect(pieces).toBeGreaterThan(2);
  });

  test('several replies differ, and each has its number', async () => {
    const { choices } = await openai.chat.completions.create({ model: 'gpt-4o', messages: words('Hello'), n: 3 });
    expect(choices.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(new Set(choices.map(({ message }) => message.content)).size).toBe(3);
  });

  test('a tool that is called has arguments that fit, and its result is read', async () => {
    const messages = words('Please get weather for Bern.');
    const first = await openai.chat.completions.create({ model: 'gpt-4o', messages, tools });
    const [choice] = first.choices;
    const call = choice?.message.tool_calls?.[0];
    expect(choice?.finish_reason).toBe('tool_calls');
    if (call?.type !== 'function') throw new Error('no call');
    expect(JSON.parse(call.function.arguments)).toEqual({ city: expect.any(String), days: expect.any(Number) });
    const second = await openai.chat.completions.create({
      model: 'gpt-4o',
      messages: [...messages, choice!.message, { role: 'tool', tool_call_id: call.id, content: 'Rain.' }],
      tools,
    });
    expect(second.choices[0]?.finish_reason).toBe('stop');
  });

  test('a stop ends the reply before it', async () => {
    const whole = (await openai.chat.completions.create({ model: 'gpt-4o', messages: words('Hello') })).choices[0]?.message
      .content;
    const [first = '', second = ''] = whole?.split(' ') ?? [];
    const stopped = await openai.chat.completions.create({ model: 'gpt-4o', messages: words('Hello'), stop: [` ${second}`] });
    expect(stopped.choices[0]).toMatchObject({ message: { content: first }, finish_reason: 'stop' });
  });

  test('parsed replies and refusals are what the client makes of them', async () => {
    const body = { model: 'gpt-4o', messages: words('How?'), response_format: zodResponseFormat(Mood, 'mood') };
    expect((await openai.chat.completions.parse(body)).choices[0]?.message.parsed).toEqual(
      expect.objectContaining({ score: expect.any(Number) }),
    );
    const refused = await refusing.openai.chat.completions.stream({ ...body, stream: true }).finalChatCompletion();
    expect(refused.choices[0]?.message).toMatchObject({ content: null, refusal: expect.stringContaining('sorry') });
  });
});

describe('responses', () => {
  const tools: OpenAI.Responses.Tool[] = [{ type: 'function', name: 'get_weather', parameters, strict: false }];
  const asked: readonly [string, Omit<OpenAI.Responses.ResponseCreateParamsNonStreaming, 'model'>][] = [
    ['words', { input: 'Hello' }],
    ['a cut reply', { input: 'Hello', max_output_tokens: 16 }],
    ['a tool', { input: 'Hello', tools, tool_choice: { type: 'function', name: 'get_weather' } }],
    ['a schema', { input: 'How?', text: { format: zodTextFormat(Mood, 'mood') } }],
  ];
  test.each(asked)('%s come in a stream as they come whole', async (_, body) => {
    const whole = await openai.responses.create({ model: 'gpt-4.1', ...body });
    const stream = openai.responses.stream({ model: 'gpt-4.1', ...body, stream: true });
    let last = -1;
    stream.on('event', (event) => {
      expect(event.sequence_number).toBe(last + 1);
      last = event.sequence_number;
    });
    expect(withoutIds(await stream.finalResponse())).toEqual(withoutIds(whole));
    expect(last).toBeGreaterThan(5);
  });

  test('a call and its result are read as input', async () => {
    const first = await openai.responses.create({ model: 'gpt-4.1', input: 'Please get weather.', tools });
    const call = first.output[0];
    if (call?.type !== 'function_call') throw new Error('no call');
    const output = { type: 'function_call_output' as const, call_id: call.call_id, output: 'Rain.' };
    const second = await openai.responses.create({
      model: 'gpt-4.1',
      input: [...words('Please get weather.'), call, output],
      tools,
    });
    expect(second.output[0]?.type).toBe('message');
  });

  test('refusals come in a stream', async () => {
    const reply = await refusing.openai.responses.stream({ model: 'gpt-4.1', input: 'Hello' }).finalResponse();
    expect(reply.output).toMatchObject([{ content: [{ type: 'refusal', refusal: expect.stringContaining('sorry') as string }] }]);
  });
});

describe('messages', () => {
  const tools: Anthropic.Tool[] = [{ name: 'get_weather', input_schema: { ...parameters, required: [...parameters.required] } }];
  const asked: readonly [
    string,
    Omit<Anthropic.MessageCreateParamsNonStreaming, 'model' | 'max_tokens'> & { max_tokens?: number },
  ][] = [
    ['words', { messages: words('Hello') }],
    ['a cut reply', { messages: words('Hello'), max_tokens: 4 }],
    ['a stop', { messages: words('Hello'), stop_sequences: ['e'] }],
    ['a tool', { messages: words('Hello'), tools, tool_choice: { type: 'tool', name: 'get_weather' } }],
    ['a tool of any kind', { messages: words('Hello'), tools, tool_choice: { type: 'any' } }],
  ];
  test.each(asked)('%s come in a stream as they come whole', async (_, { max_tokens: limit = 500, ...body }) => {
    const settings = { model: 'claude-opus-4-7', max_tokens: limit, ...body };
    const whole = await anthropic.messages.create(settings);
    const stream = anthropic.messages.stream(settings);
    const streamed = await stream.finalMessage();
    expect(withoutIds(streamed)).toEqual(withoutIds(whole));
  });

  test('a tool that is called is answered in the next turn', async () => {
    const settings = { model: 'claude-opus-4-7', max_tokens: 500, tools };
    const messages = words('Please get weather.');
    const first = await anthropic.messages.create({ ...settings, messages });
    const call = first.content[0];
    if (call?.type !== 'tool_use') throw new Error('no call');
    expect(call.input).toEqual({ city: expect.any(String), days: expect.any(Number) });
    const result = { type: 'tool_result' as const, tool_use_id: call.id, content: 'Rain.' };
    const turns: Anthropic.MessageParam[] = [
      ...messages,
      { role: 'assistant', content: first.content },
      { role: 'user', content: [result] },
    ];
    expect((await anthropic.messages.create({ ...settings, messages: turns })).stop_reason).toBe('end_turn');
    await expect(anthropic.messages.create({ ...settings, messages: [...turns.slice(0, 2), ...words('And?')] })).rejects.toThrow(
      /without `tool_result` blocks/,
    );
  });
});

test('a text has no citations that are null', async () => {
  const message = await anthropic.messages.create({ model: 'claude-opus-4-7', max_tokens: 500, messages: words('Hello') });
  expect(message.content[0]).not.toHaveProperty('citations');
});

test('embeddings come as the client asks for them', async () => {
  const one = await openai.embeddings.create({ model: 'text-embedding-3-small', input: 'Hello', dimensions: 16 });
  expect(one.data[0]?.embedding).toHaveLength(16);
});
