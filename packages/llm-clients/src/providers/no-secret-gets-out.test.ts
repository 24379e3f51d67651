import fc from 'fast-check';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOpenAiEmbeddingModel } from '../embeddings/openai-compatible.js';
import type { LanguageModel } from '../language-model.js';
import type { ClientEvent } from '../model-clients.js';
import { createFakeClock } from '../testing/fake-clock.js';
import { createAnthropicModel } from './anthropic.js';
import { capabilitiesOf } from './capabilities.js';
import { createOpenAiChatModel } from './openai-chat.js';
import { createOpenAiResponsesModel } from './openai-responses.js';
import type { ProviderModelOptions } from './provider-model-options.js';
import { anthropicMessage, chatCompletion, openAiResponse } from './testing/canned-bodies.js';
import { type CannedReply, type CannedServer, startCannedServer } from './testing/canned-server.js';
import { asking } from './testing/chat-model-at.js';

let server: CannedServer;
beforeAll(async () => {
  server = await startCannedServer();
});
afterAll(() => server.close());

/** Whatever a header can hold, spaces left out; long enough not to stand in the text around it by chance. */
const sign = fc.constantFrom(...`"\\'/&%+<>{}[]()$\`=;:,.~!^*@-_kZ79éþ`);
const key = fc.array(sign, { minLength: 9, maxLength: 40 }).map((signs) => `K${signs.join('')}Z`);

/** Answers of a server that echoes everything it is sent; `echo` is the key in some form. */
const WIRES: Readonly<
  Record<string, { readonly make: (options: ProviderModelOptions) => LanguageModel; readonly body: (echo: string) => unknown }>
> = {
  'openai-chat': {
    make: createOpenAiChatModel,
    body: (echo) =>
      chatCompletion({
        message: { content: `say ${echo}`, reasoning_content: `think ${echo}` },
        body: { id: echo, model: echo, system_fingerprint: echo },
      }),
  },
  'openai-responses': {
    make: createOpenAiResponsesModel,
    body: (echo) =>
      openAiResponse({
        id: echo,
        model: echo,
        output: [{ type: 'message', role: 'assistant', content: [{ type: 'output_text', text: `say ${echo}` }] }],
      }),
  },
  anthropic: {
    make: createAnthropicModel,
    body: (echo) => anthropicMessage({ id: echo, model: echo, content: [{ type: 'text', text: `say ${echo}` }] }),
  },
};

describe.each(Object.entries(WIRES))('a key that the server says back over %s', (_wire, { make, body }) => {
  it('is in no result, error, cause or event, in whatever form it came', async () => {
    const said = (echo: string, status: number): CannedReply =>
      status === 200
        ? { body: body(echo), headers: { 'x-request-id': encodeURIComponent(echo) } }
        : {
            status,
            body: {
              error: {
                message: `${'x '.repeat(status)}no ${echo}`,
                code: echo,
                param: echo,
                type: echo,
                failed_generation: status === 422 ? echo : undefined,
              },
            },
            headers: { 'x-request-id': encodeURIComponent(echo), 'retry-after': '1' },
          };
    await fc.assert(
      fc.asyncProperty(key, fc.constantFrom(200, 200, 307, 400, 401, 403, 404, 418, 422, 429, 500, 994), async (apiKey, kind) => {
        const status = kind === 994 ? 400 : kind;
        const forms = [
          apiKey,
          JSON.stringify(apiKey),
          JSON.stringify(JSON.stringify(apiKey)),
          encodeURIComponent(apiKey),
          Buffer.from(apiKey).toString('base64'),
        ];
        const events: ClientEvent[] = [];
        const model = make({
          provider: 'openai',
          modelId: 'm',
          baseUrl: `${server.url}/v1`,
          apiKey,
          capabilities: capabilitiesOf('openai', 'gpt-4.1'),
          clock: createFakeClock(),
          onEvent: (event) => events.push(event),
        });
        for (const form of forms) {
          // 994 `x `: the key stands across the place where words are cut.
          server.say({ ...said(form, kind), status });
          const outcome: unknown = await model
            .generate(asking('Hi', { providerOptions: { body: { api_key: apiKey }, headers: { 'x-auth': apiKey } } }))
            .catch((error: unknown) => error);
          const shown = texts(outcome).concat(texts(events)).join('\n');
          for (const each of forms) expect(shown).not.toContain(each.replace(/^"+|"+$/g, ''));
          // Nor half of it, where words are cut.
          expect(shown.match(/(?<= no )(?![\\"]*(?:\[key\]|…)).{3}/s)).toBeNull();
          expect(shown).toMatch(/\[key\]|…/);
        }
      }),
      { numRuns: 25 },
    );
  });
});

it('is in no error of embeddings either', async () => {
  const apiKey = 'my "own" \\key\\';
  const model = createOpenAiEmbeddingModel({
    provider: 'openai',
    modelId: 'm',
    baseUrl: `${server.url}/v1`,
    apiKey,
    clock: createFakeClock(),
  });
  for (const body of [{ data: [], note: apiKey }, apiKey, { data: [{ embedding: apiKey }], model: apiKey }]) {
    server.say({ body });
    const outcome: unknown = await model.embed(['a']).catch((error: unknown) => error);
    expect(texts(outcome).join('\n')).not.toMatch(/own.*key/);
  }
});

/** Every text in a value, the causes of errors and what `inspect` shows included. */
function texts(value: unknown, depth = 0): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || depth > 8) return [];
  const own = Reflect.ownKeys(value).filter((name) => name !== 'stack');
  const inner = own.flatMap((name) => [String(name), ...texts((value as Record<PropertyKey, unknown>)[name], depth + 1)]);
  return depth === 0 && value instanceof Error ? [...inner, inspect(value, { depth: 9, showHidden: true })] : inner;
}
