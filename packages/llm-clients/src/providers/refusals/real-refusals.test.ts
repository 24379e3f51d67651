import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { GenerateRequest, LanguageModel } from '../../language-model.js';
import { createFakeClock } from '../../testing/fake-clock.js';
import { createAnthropicModel } from '../anthropic.js';
import { capabilitiesOf } from '../capabilities.js';
import { createOpenAiChatModel } from '../openai-chat.js';
import { createOpenAiResponsesModel } from '../openai-responses.js';
import { PROVIDER_PRESETS } from '../presets.js';
import { anthropicMessage, chatCompletion, openAiResponse } from '../testing/canned-bodies.js';
import { type CannedServer, startCannedServer } from '../testing/canned-server.js';
import { REAL_REFUSALS, type RealRefusal } from './real-refusals.js';

let server: CannedServer;
beforeAll(async () => {
  server = await startCannedServer();
});
afterAll(() => server.close());

const schema = z.object({ mood: z.string(), score: z.int() });

const ANSWERS = { 'openai-chat': chatCompletion(), 'openai-responses': openAiResponse(), anthropic: anthropicMessage() } as const;
const MODELS = {
  'openai-chat': createOpenAiChatModel,
  'openai-responses': createOpenAiResponsesModel,
  anthropic: createAnthropicModel,
} as const;

function modelOf({ preset, model }: RealRefusal): LanguageModel {
  const { wire } = PROVIDER_PRESETS[preset];
  return MODELS[wire]({
    provider: preset,
    modelId: model,
    baseUrl: wire === 'anthropic' ? server.url : `${server.url}/v1`,
    capabilities: capabilitiesOf(preset, model),
    clock: createFakeClock(),
  });
}

function requestOf({ sampling, fields }: RealRefusal): GenerateRequest {
  const settings = { temperature: 0.7, seed: 7, maxOutputTokens: 4_000, ...sampling };
  return {
    messages: [
      { role: 'system', parts: [{ kind: 'stable', text: 'Rules.' }] },
      { role: 'user', parts: [{ kind: 'tail', text: 'Hi' }] },
    ],
    schema,
    sampling: Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)),
    ...(fields && { providerOptions: { body: fields } }),
  };
}

type Body = Record<string, unknown>;

/** The next request that a row promises, but for its messages and its shape. */
function expectedBody(first: Body, { without = [], with: changed = {} }: RealRefusal): Body {
  const expected = structuredClone(first);
  for (const path of without) {
    const [name = '', inner] = path.split('.');
    if (inner === undefined) Reflect.deleteProperty(expected, name);
    else Reflect.deleteProperty(expected[name] as Body, inner);
  }
  return { ...expected, ...changed };
}

const conversation = (body: Body): readonly { readonly role: string }[] => (body.messages ?? body.input) as never;

/** How a body asks for the shape. */
function rungOf(body: Body): string {
  const format = (body.response_format ??
    (body.text as Body | undefined)?.format ??
    (body.output_config as Body | undefined)?.format) as
    { readonly type?: string; readonly strict?: boolean; readonly json_schema?: { readonly strict?: boolean } } | undefined;
  if (format?.type === 'json_object') return 'json-object';
  if (format?.type !== 'json_schema') return 'prompt';
  return (format.json_schema?.strict ?? format.strict) === false ? 'loose' : 'json-schema';
}

const SHAPE_FIELDS = ['messages', 'input', 'system', 'response_format', 'text', 'output_config'];
const rest = (body: Body, also: readonly string[]): Body =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !also.includes(name)));

describe('a refusal by a real service', () => {
  it('stands in the table for every preset that is no stand-in, and for many more services', () => {
    expect(REAL_REFUSALS.length).toBeGreaterThanOrEqual(60);
    for (const preset of Object.keys(PROVIDER_PRESETS)) expect(REAL_REFUSALS.map((row) => row.preset)).toContain(preset);
  });

  it.each(REAL_REFUSALS.map((row) => [`${row.service}, ${row.status}: ${JSON.stringify(row.body).slice(0, 160)}`, row] as const))(
    '%s',
    async (_name, row) => {
      const { wire } = PROVIDER_PRESETS[row.preset];
      server.say({ status: row.status, body: row.body }, { body: ANSWERS[wire] });
      const model = modelOf(row);
      const result = await model.generate(requestOf(row));
      const [first = {}, second = {}] = server.requests.map(({ body }) => body);
      expect(server.requests).toHaveLength(2);
      expect(result.attempts.map(({ outcome }) => outcome).slice(1)).toEqual(['answered']);

      if (row.rung) expect(rungOf(second)).toBe(row.rung);
      else expect(rungOf(second)).toBe(rungOf(first));
      if (row.roles) expect(conversation(second).map(({ role }) => role)).toEqual(row.roles);
      else expect(conversation(second).map(({ role }) => role)).toEqual(conversation(first).map(({ role }) => role));
      if (row.rung || row.roles) expect(rest(second, SHAPE_FIELDS)).toEqual(rest(first, SHAPE_FIELDS));
      else expect(rest(second, ['messages'])).toEqual(rest(expectedBody(first, row), ['messages']));
      expect(JSON.stringify(second)).toContain('Rules.');

      // The result names the restriction, and the next call respects it.
      if (row.rung) expect(result.structuredRung).toBe(row.rung === 'loose' ? 'json-schema' : row.rung);
      if (row.roles) expect(result.changedParameters).toMatchObject({ systemRole: 'user' });
      await model.generate(requestOf(row));
      const perPrompt = /context length|max_new_tokens/.test(JSON.stringify(row.body)) && !row.rung;
      if (!perPrompt) expect(server.requests.at(-1)?.body).toEqual(second);
      expect(server.requests).toHaveLength(3);
    },
  );
});

describe('a refusal that quotes the prompt', () => {
  const PROMPT = 'Please set the temperature to 0.7 and answer by the json schema of response_format.';
  const asked = {
    messages: [{ role: 'user', parts: [{ kind: 'tail', text: `Rules. ${PROMPT}` }] }],
    schema,
    sampling: { temperature: 0.7, seed: 7 },
  } as const;

  it.each([
    ['by the field', { message: `Invalid content: '${PROMPT}' holds a sign that is not allowed`, param: 'messages[0].content' }],
    [
      'by the field, without a quotation',
      { message: 'Invalid string: it holds a sign that is not allowed', param: 'messages[0].content' },
    ],
  ])('is not searched for settings: told %s', async (_name, error) => {
    server.say({ status: 400, body: { error } }, { body: chatCompletion() });
    const model = modelOf({ preset: 'openai', model: 'm' } as RealRefusal);
    await expect(model.generate(asked)).rejects.toMatchObject({ kind: 'rejected' });
    expect(server.requests).toHaveLength(1);
  });

  it.each([`The value of seed is not supported ("${PROMPT}")`, `Unsupported parameter: seed. Request: ${PROMPT}`])(
    'is read without what it quotes: %s',
    async (message) => {
      server.say({ status: 400, body: { error: { message } } }, { body: chatCompletion() });
      const result = await modelOf({ preset: 'openai', model: 'm' } as RealRefusal).generate(asked);
      expect(result.droppedParameters).toEqual(['seed']);
      expect(rungOf(server.requests[1]?.body ?? {})).toBe('json-schema');
    },
  );
});
