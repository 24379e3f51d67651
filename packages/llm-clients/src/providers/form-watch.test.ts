import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { modelCallStructured } from '../model-call.js';
import type { ClientEvent } from '../model-clients.js';
import { chatCompletion } from './testing/canned-bodies.js';
import { type CannedServer, startCannedServer } from './testing/canned-server.js';
import { asking, chatModelAt } from './testing/chat-model-at.js';

let server: CannedServer;
beforeAll(async () => {
  server = await startCannedServer();
});
afterAll(() => server.close());

const schema = z.object({ mood: z.string() });
const saying = (content: string, finish = 'stop') => ({
  body: chatCompletion({ message: { content }, choice: { finish_reason: finish } }),
});
const spells = (index: number): boolean => JSON.stringify(server.requests[index]?.body.messages).includes('\\"mood\\":');
const format = (index: number) => (server.requests[index]?.body.response_format as { type: string } | undefined)?.type;

describe('a server that overlooks the schema', () => {
  it('is asked again with the shape in words, then on the next rung, told once', async () => {
    const onEvent = vi.fn<(event: ClientEvent) => void>();
    server.say(saying('I feel calm today.'), saying('Calm, really.'), saying('{"mood":"calm"}'));
    const model = chatModelAt(server.url, 'm', { preset: 'vllm', onEvent });
    expect(await modelCallStructured(model, 'How are you?', schema)).toEqual({ mood: 'calm' });
    expect(server.requests.map((_request, index) => [format(index), spells(index)])).toEqual([
      ['json_schema', false],
      ['json_schema', true],
      ['json_object', true],
    ]);
    const told = onEvent.mock.calls.map(([event]) => event).filter(({ type }) => type === 'rung-lowered');
    expect(told).toMatchObject([{ from: 'json-schema', to: 'json-object', reason: expect.stringContaining('prose') as string }]);
    expect(await model.generate(asking('Hi', { schema }))).toMatchObject({ structuredRung: 'json-object' });
  });

  it('keeps the rung that the user has set', async () => {
    server.say(saying('Prose.'));
    const model = chatModelAt(server.url, 'm', { preset: 'vllm', isRungSet: true });
    for (let call = 0; call < 4; call += 1)
      expect(await model.generate(asking('Hi', { schema }))).toMatchObject({ structuredRung: 'json-schema' });
  });
});

describe('a server that has kept to a schema before', () => {
  it.each([
    ['prose', saying('Prose.')],
    ['nothing', saying('')],
    ['a cut reply', saying('Wel', 'length')],
  ])('is not suspected for %s', async (_name, reply) => {
    server.say(saying('{"mood":"calm"}'), reply);
    const model = chatModelAt(server.url, 'm', { preset: 'vllm' });
    for (let call = 0; call < 5; call += 1)
      expect(await model.generate(asking('Hi', { schema }))).toMatchObject({ structuredRung: 'json-schema' });
  });
});
