import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { Agent } from 'undici';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createLeanFetch, leanFetch, providerDispatcher, type LeanFetchSettings } from './lean-fetch.js';
import { type CannedServer, startCannedServer } from './testing/canned-server.js';

let server: CannedServer;
beforeAll(async () => {
  server = await startCannedServer();
});
afterAll(() => server.close());

const post = (signal?: AbortSignal): RequestInit => ({
  method: 'POST',
  headers: new Headers({ 'content-type': 'application/json', 'x-two': 'words' }),
  body: '{"ask":"äöü"}',
  ...(signal && { signal }),
});

describe('the lean fetch', () => {
  it('sends headers and body, and gives status, headers, text and JSON', async () => {
    server.say({ status: 201, body: { said: 'ß' }, headers: { 'x-request-id': 'r1' } });
    const response = await leanFetch(`${server.url}/a/b?c=d`, post());
    expect(server.requests[0]).toMatchObject({ path: '/a/b?c=d', body: { ask: 'äöü' }, headers: { 'x-two': 'words' } });
    expect(response).toMatchObject({ status: 201, ok: true, url: `${server.url}/a/b?c=d` });
    expect(response.headers.get('X-Request-Id')).toBe('r1');
    expect(response.headers.get('x-absent')).toBeNull();
    expect([...response.headers.entries()]).toContainEqual(['x-request-id', 'r1']);
    expect(await response.text()).toBe('{"said":"ß"}');
    expect(await response.json()).toEqual({ said: 'ß' });
  });

  it('tells when the request has left, before the reply is there', async () => {
    const told: string[] = [];
    server.say({ body: { said: 'much' } });
    const init: RequestInit & LeanFetchSettings = { ...post(), onSent: () => void told.push('sent') };
    await leanFetch(server.url, init).then(() => told.push('received'));
    expect(told).toEqual(['sent', 'received']);
  });

  it('gives the body of an error response', async () => {
    server.say({ status: 429, body: { error: { message: 'slow' } } });
    const response = await leanFetch(server.url, post());
    expect(response.ok).toBe(false);
    expect(await response.json()).toEqual({ error: { message: 'slow' } });
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
  ])('unpacks %s, which it does not ask for', async (encoding, pack) => {
    server.say({ body: pack('{"said":"packed"}'), headers: { 'content-encoding': encoding } });
    expect(await (await leanFetch(server.url, post())).json()).toEqual({ said: 'packed' });
    expect(server.requests[0]?.headers).not.toHaveProperty('accept-encoding');
  });

  it('reports a body it cannot unpack', async () => {
    server.say({ body: 'x', headers: { 'content-encoding': 'zstd' } });
    await expect(leanFetch(server.url, post())).rejects.toThrow('zstd');
  });

  it.each(['hang', 'hang-in-body'] as const)('stops at the signal: %s', async (fate) => {
    server.say({ fate, body: { said: 'much' } });
    const stop = new AbortController();
    const reply = leanFetch(server.url, post(stop.signal));
    const refused = expect(reply).rejects.toThrow('enough');
    await vi.waitFor(() => expect(server.requests).toHaveLength(1), 30_000);
    stop.abort(new Error('enough'));
    await refused;
  });

  it('rejects when the connection is cut in the body', async () => {
    server.say({ fate: 'drop', body: { said: 'much' } });
    await expect(leanFetch(server.url, post())).rejects.toThrow(/terminated|aborted|closed/);
  });

  it('has no time limit, per connection or per request, and no cap on connections', async () => {
    expect(optionsOf(providerDispatcher)).toMatchObject({ headersTimeout: 0, bodyTimeout: 0, connections: null });

    const agent = new Agent();
    const dispatched = vi.spyOn(agent, 'dispatch');
    server.say({ body: {} });
    await createLeanFetch(agent)(server.url, post());
    expect(dispatched.mock.calls[0]?.[0]).toMatchObject({ headersTimeout: 0, bodyTimeout: 0 });
    await agent.close();
  });

  it('opens as many connections as there are calls at once', async () => {
    server.say({ fate: 'hang' });
    const stops = Array.from({ length: 150 }, () => new AbortController());
    const calls = stops.map((stop) => leanFetch(server.url, post(stop.signal)).catch(() => 'stopped'));
    await vi.waitFor(() => expect(server.requests).toHaveLength(150), 30_000);
    for (const stop of stops) stop.abort();
    expect(new Set(await Promise.all(calls))).toEqual(new Set(['stopped']));
  });
});

// undici keeps an agent's options under a symbol of that name, and shows them nowhere else.
function optionsOf(dispatcher: object): unknown {
  const symbol = Object.getOwnPropertySymbols(dispatcher).find((each) => each.description === 'options');
  return symbol && (dispatcher as Record<symbol, unknown>)[symbol];
}
