import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { nodeClock } from './clock/node-clock.js';
import type { ClientConfig } from './config/client-config.js';
import { createModelClients } from './create-model-clients.js';
import { SettingError } from './errors/llm-client-error.js';
import { getTextEmbeddings, modelCallStructured, modelCallUnstructured } from './model-call.js';
import type { ClientEvent, ModelClients } from './model-clients.js';
import { type SimulatedProvider, type SimulatedProviderOptions, startSimulatedProvider } from './simulated-provider/index.js';

let provider: SimulatedProvider | undefined;

afterEach(async () => {
  await provider?.close();
  provider = undefined;
});

async function start(options: SimulatedProviderOptions = {}): Promise<SimulatedProvider> {
  provider = await startSimulatedProvider({ strict: true, ...options });
  return provider;
}

function clientsWith(config?: ClientConfig, events: ClientEvent[] = []): ModelClients {
  return createModelClients({
    env: {},
    clock: nodeClock,
    random: () => 0,
    onEvent: (event) => events.push(event),
    ...(config && { config }),
  });
}

const schema = z.object({ mood: z.enum(['calm', 'tense']), score: z.int().min(0).max(10) });

describe('createModelClients', () => {
  it('asks the offline model without a key or a limit', async () => {
    const clients = clientsWith();
    const model = clients.languageModel('offline');
    expect(schema.parse(await modelCallStructured(model, 'How are you?', schema))).toBeDefined();
    expect(clients.endpoints()).toEqual([]);
    expect(await getTextEmbeddings(clients.embeddingModel('offline'), ['a', 'b'])).toHaveLength(2);
  });

  it.each([
    ['openai', '/v1'],
    ['openai-responses', '/v1'],
    ['anthropic', ''],
  ])('asks over the %s wire', async (name, path) => {
    const { url } = await start();
    const clients = clientsWith();
    const model = clients.languageModel(`${name}:test-model@${url}${path}#sk-test`);
    expect(schema.parse(await modelCallStructured(model, 'How are you?', schema))).toBeDefined();
    expect(await modelCallUnstructured(model, 'Good morning')).not.toBe('');
    expect(model).toMatchObject({ provider: name, modelId: 'test-model', baseUrl: `${url}${path}` });
    expect(JSON.stringify(model)).not.toContain('sk-test');
  });

  it('shares one limiter among models of an endpoint and key, and gives another key its own', async () => {
    const { url } = await start();
    const clients = clientsWith();
    const base = `@${url}/v1`;
    await modelCallUnstructured(clients.languageModel(`openai:one${base}#key-a`), 'Hello');
    await modelCallUnstructured(clients.languageModel(`openai:two${base}#key-a`), 'Hello');
    await getTextEmbeddings(clients.embeddingModel(`openai:embedding${base}#key-a`), ['Hello']);
    expect(clients.endpoints()).toHaveLength(1);
    await modelCallUnstructured(clients.languageModel(`openai:one${base}#key-b`), 'Hello');
    expect(clients.endpoints()).toHaveLength(2);
    expect(clients.endpoints()[0]).toEqual({
      endpoint: `openai at ${url}/v1`,
      connections: 100,
      inFlight: 0,
      queued: 0,
      rateLimited: 0,
      retried: 0,
    });
    expect(JSON.stringify(clients.endpoints())).not.toContain('key-');
  });

  it('gets through failures and 429s, and lists the attempts', async () => {
    const { url } = await start({ faultScript: ['500', '429', undefined], retryAfterMs: 5 });
    const events: ClientEvent[] = [];
    const clients = clientsWith(undefined, events);
    const result = await clients.languageModel(`openai:test-model@${url}/v1#x`).generate({
      messages: [{ role: 'user', parts: [{ kind: 'tail', text: 'Hello' }] }],
    });
    expect(result.attempts.map(({ outcome }) => outcome)).toEqual(['transport', 'rate-limited', 'answered']);
    expect(clients.endpoints()[0]).toMatchObject({ rateLimited: 1, retried: 2, connections: 80 });
    expect(events.map(({ type }) => type)).toContain('limit-changed');
  });

  it('lays the settings of the config under what a request asks for itself', async () => {
    const { url } = await start();
    const events: ClientEvent[] = [];
    const config: ClientConfig = {
      models: {
        'openai:test-model': {
          sampling: { temperature: 0.3, maxOutputTokens: 77 },
          providerOptions: { body: { user: 'study-1' } },
        },
      },
      limits: { openai: { maxConnections: 5 } },
    };
    const clients = clientsWith(config, events);
    await modelCallUnstructured(clients.languageModel(`openai:test-model@${url}/v1#x`), 'Hello', {
      sampling: { maxOutputTokens: 50 },
    });
    const sent = events.find((event) => event.type === 'request-sent');
    expect(sent?.body).toMatchObject({ temperature: 0.3, max_tokens: 50, user: 'study-1' });
    expect(clients.endpoints()[0]?.connections).toBe(5);
  });

  it('never has more requests out than the ceiling', async () => {
    const server = await start({ rateLimits: { maxConcurrent: 4 }, latency: 'fixed:5ms' });
    const clients = createModelClients({ env: {}, clock: nodeClock, random: () => 0, maxConnections: 4 });
    const model = clients.languageModel(`openai:test-model@${server.url}/v1#x`);
    await Promise.all(Array.from({ length: 40 }, (_, call) => modelCallUnstructured(model, `Hello ${String(call)}`)));
    expect(clients.endpoints()[0]).toMatchObject({ rateLimited: 0, inFlight: 0, queued: 0 });
    expect(server.requests()).toHaveLength(40);
  });

  it('shows a key in no error, event or snapshot', async () => {
    const key = 'sk-0123456789-secret';
    for (const fault of ['401', '402', '404', '500', 'drop', 'malformed'] as const) {
      const server = await startSimulatedProvider({ faults: { [fault]: 1 } });
      const events: ClientEvent[] = [];
      const clients = clientsWith({ limits: { openai: { maxAttempts: 1 }, anthropic: { maxAttempts: 1 } } }, events);
      for (const id of [`openai:m@${server.url}/v1#${key}`, `anthropic:m@${server.url}#${key}`]) {
        const error: unknown = await modelCallUnstructured(clients.languageModel(id), 'Hello').catch((thrown: unknown) => thrown);
        const shown = inspect([error, events, clients, clients.endpoints(), clients.languageModel(id)], {
          depth: 20,
          showHidden: true,
        });
        expect(shown).not.toContain(key);
      }
      await server.close();
    }
  });

  it('uses the default provider of the config for ids that name none', () => {
    expect(clientsWith({ provider: 'ollama' }).languageModel('llama3.1:8b')).toMatchObject({
      provider: 'ollama',
      modelId: 'llama3.1:8b',
    });
    expect(() => clientsWith().languageModel('llama3.1:8b')).toThrow(SettingError);
  });

  it('names the variable of a missing key, and the providers of embeddings', () => {
    expect(() => clientsWith().languageModel('openai:gpt-5')).toThrow(/set OPENAI_API_KEY/);
    expect(() => clientsWith().embeddingModel('anthropic:claude-x')).toThrow(
      /anthropic has no embeddings; use one of openai, .*offline/,
    );
  });

  it('knows what an answer cost, or that it does not', () => {
    const usage = { inputTokens: 1_000_000, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0, reasoningTokens: 0 };
    const clients = clientsWith({ prices: { 'openai:house-model': { input: 3 } } });
    expect(clients.costOf({ provider: 'openai', modelId: 'house-model' }, usage)).toBe(3);
    expect(clients.costOf({ provider: 'openai', modelId: 'unheard-of' }, usage)).toBeNull();
    expect(clients.costOf({ provider: 'offline', modelId: 'offline' }, usage)).toBe(0);
  });

  it.each([
    [
      'anthropic:claude-sonnet-4-5',
      1.7,
      /anthropic:claude-sonnet-4-5 takes temperatures from 0 to 1, and the config file says 1.7/,
    ],
    ['anthropic:claude-sonnet-4-5', 1, undefined],
    ['openai:gpt-4.1', 1.7, undefined],
  ])('refuses a temperature that the wire does not take, before anything is asked: %s, %d', (id, temperature, message) => {
    const make = (): unknown => clientsWith({ models: { [id]: { sampling: { temperature } } } }).languageModel(`${id}#sk-test`);
    if (message) expect(make).toThrow(message);
    else expect(make).not.toThrow();
  });

  it('sends configured headers with chats and embeddings alike, and takes no more bytes than configured', async () => {
    const seen: Record<string, string | undefined>[] = [];
    const server = createServer((request, response) => {
      seen.push({ path: request.url, header: request.headers['x-portkey-config'] as string | undefined });
      request.resume().on('end', () => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const data = [{ index: 0, embedding: [0.5, 0.25] }];
        const choices = [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'x'.repeat(5_000) } }];
        response.end(JSON.stringify(request.url?.endsWith('/embeddings') ? { data } : { choices }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    const providerOptions = { headers: { 'x-portkey-config': 'pc-1' } };
    const config: ClientConfig = {
      models: { [`openai:chat@${url}`]: { providerOptions }, [`openai:vectors@${url}`]: { providerOptions } },
      limits: { openai: { maxReplyBytes: 2_000 } },
    };
    const clients = clientsWith(config);
    expect(await getTextEmbeddings(clients.embeddingModel(`openai:vectors@${url}`), ['a'])).toHaveLength(1);
    await expect(modelCallUnstructured(clients.languageModel(`openai:chat@${url}`), 'Hi')).rejects.toThrow(/was cut off/);
    expect(seen.map(({ header }) => header)).toEqual(['pc-1', 'pc-1', 'pc-1']);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('settings of a model in the config file', () => {
  const settingsOf = (id: string, settings: NonNullable<ClientConfig['models']>[string]) => () =>
    clientsWith({ models: { [id]: settings } }).languageModel(`${id}#sk-test`);

  it.each([
    ['anthropic:claude-haiku-4-5', { rung: 'json-object' }, 'anthropic has no json-object, only json-schema and prompt'],
    ['anthropic:claude-haiku-4-5', { systemRole: 'developer' }, 'anthropic has no role developer, only system and user'],
    ['offline', { contextTokens: 4_096 }, 'the offline model has no server'],
    ['openai:gpt-4.1', { contextTokens: 1_000, sampling: { maxOutputTokens: 1_000 } }, 'maxOutputTokens of 1000 alone fills it'],
  ] as const)('of %s are refused where they would do nothing: %o', (id, settings, why) => {
    const run = settingsOf(id, settings);
    expect(id === 'offline' ? () => clientsWith({ models: { offline: settings } }).languageModel('offline') : run).toThrow(
      new SettingError(
        Object.keys(settings)[0] ?? '',
        `${Object.keys(settings)[0] ?? ''} of ${id} in the config file has no effect: ${why}; take it out`,
      ),
    );
  });

  it('set the rung and the role of the instructions', async () => {
    const { url } = await start();
    const events: ClientEvent[] = [];
    const id = `openai:gpt-4.1@${url}/v1`;
    const model = clientsWith({ models: { [id]: { rung: 'prompt', systemRole: 'user' } } }, events).languageModel(
      `${id}#sk-test`,
    );
    const result = await model.generate({
      messages: [
        { role: 'system', parts: [{ kind: 'stable', text: 'Rules.' }] },
        { role: 'user', parts: [{ kind: 'tail', text: 'Hi' }] },
      ],
      schema,
    });
    expect(result).toMatchObject({ structuredRung: 'prompt' });
    // It is what the user has asked for, so that there is nothing to say.
    expect(result).not.toHaveProperty('changedParameters');
    const sent = events.find((event) => event.type === 'request-sent');
    expect(sent?.body).toMatchObject({
      messages: [{ role: 'user', content: expect.stringMatching(/^Rules\.\n\nHi\n\nReply with/) as string }],
    });
    expect(events.filter(({ type }) => type === 'rung-lowered' || type === 'parameter-changed')).toEqual([]);
  });
});

describe('what was learnt of a model', () => {
  it('is shared by all models of one id, and by none of another', async () => {
    const bodies: Record<string, unknown>[] = [];
    const server = createServer((incoming, outgoing) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
        bodies.push(body);
        const isRefused = 'seed' in body;
        outgoing.writeHead(isRefused ? 400 : 200, { 'content-type': 'application/json' });
        outgoing.end(
          JSON.stringify(
            isRefused
              ? { error: { message: "Unsupported parameter: 'seed'" } }
              : { choices: [{ finish_reason: 'stop', message: { role: 'assistant', content: 'Hello.' } }] },
          ),
        );
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const events: ClientEvent[] = [];
    const clients = clientsWith({}, events);
    const ask = (name: string): Promise<unknown> =>
      clients
        .languageModel(`vllm:${name}@http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`)
        .generate({ messages: [{ role: 'user', parts: [{ kind: 'tail', text: 'Hi' }] }], sampling: { seed: 1 } });
    try {
      await ask('a');
      await ask('a');
      await ask('b');
    } finally {
      server.close();
    }
    expect(bodies.map((body) => [body.model, 'seed' in body])).toEqual([
      ['a', true],
      ['a', false],
      ['a', false],
      ['b', true],
      ['b', false],
    ]);
    expect(events.filter(({ type }) => type === 'parameter-dropped')).toHaveLength(2);
  });
});
