import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runIdentity } from '@entente/simulation-core';
import { createNestedStore } from '@entente/simulation-core/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListChange } from './list/listed-runs.js';
import type { SearchLine } from './search/search-line.js';
import { viewerRoutes } from './routes.js';
import { serveViewer, type Viewer } from './serve-viewer.js';

const TOKEN = 'a-token-that-nobody-guesses';
const NAME = '<img src=x onerror=alert(1)> "quoted" Ünï';
const folder = mkdtempSync(join(tmpdir(), 'viewer-'));
const store = createNestedStore({ folder });
const options = { store, place: 'runs', token: TOKEN, costOf: () => null };
let app: ReturnType<typeof viewerRoutes>;

beforeAll(async () => {
  for (const runId of ['sound', 'torn', 'damaged']) await writeRun(runId);
  appendFileSync(join(folder, 'torn', 'journal.jsonl'), '{"type":"fact-rec');
  const damaged = join(folder, 'damaged', 'journal.jsonl');
  writeFileSync(damaged, readFileSync(damaged, 'utf8').replace('"hello 2"', '"hello 9"'));
  mkdirSync(join(folder, NAME.replaceAll('/', '')));
  await writeRun('renamed');
  writeFileSync(join(folder, NAME, 'journal.jsonl'), readFileSync(join(folder, 'renamed', 'journal.jsonl')));
  writeFileSync(join(folder, 'secret.txt'), 'not for the page');
  app = viewerRoutes(options);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function writeRun(runId: string): Promise<void> {
  const writer = await store.openWriter(runId, 'create');
  const description = {
    program: 'relationship',
    spec: { couple: { partners: [{ name: NAME }, { name: 'B' }] } },
    seed: runId,
    replicate: 0,
  };
  const identity = runIdentity(description);
  writer.append({ type: 'run-started', v: 1, runId, identity, ...description, packageVersion: '0', labels: {}, at: 1 });
  for (let scene = 1; scene <= 3; scene++)
    writer.append({
      type: 'fact-recorded',
      v: 1,
      step: 'scene-1',
      fact: { type: 'scene-summarized', scene, summary: `hello ${scene}` },
    });
  await writer.close();
}

interface Asked {
  readonly cookie?: string | undefined;
  readonly host?: string;
  readonly origin?: string;
  readonly method?: string;
  readonly body?: string;
}

const ask = async (path: string, { cookie, host = '127.0.0.1:8000', origin, method = 'GET', body }: Asked = {}) =>
  app.request(`http://${host}${path}`, {
    method,
    headers: { host, ...(cookie === undefined ? {} : { cookie }), ...(origin === undefined ? {} : { origin }) },
    ...(body === undefined ? {} : { body }),
  });
const openSession = async (token: string, asked: Asked = {}) =>
  ask('/api/session', { ...asked, method: 'POST', body: JSON.stringify({ token }) });
const cookieOf = (reply: Response): string => reply.headers.get('set-cookie')?.split(';')[0] ?? '';
const sessionCookie = async (): Promise<string> => cookieOf(await openSession(TOKEN));

const DATA = [
  '/api/list',
  '/api/list/about/sound',
  '/api/list/events',
  '/api/runs/sound',
  '/api/runs/sound/facts',
  '/api/runs/sound/calls',
  '/api/runs/sound/calls/1',
  '/api/runs/sound/timing',
  '/api/runs/sound/events',
  '/api/search?q=hello',
  '/api/studies',
];

describe('without the token', () => {
  it.each(DATA)('%s is refused', async (path) => {
    for (const cookie of [undefined, '', 'entente-8000=', `entente-8000=${TOKEN}`, 'entente-8000=x; other=y'])
      expect((await ask(path, { cookie })).status).toBe(401);
  });

  it('no session is opened', async () => {
    for (const body of [
      '',
      '{}',
      'null',
      '{"token":""}',
      '{"token":"x"}',
      '{"token":[]}',
      JSON.stringify({ token: `${TOKEN} ` }),
    ]) {
      const reply = await ask('/api/session', { method: 'POST', body });
      expect([reply.status, reply.headers.get('set-cookie')]).toEqual([401, null]);
    }
    expect((await ask('/api/session', { method: 'POST', body: 'x'.repeat(10_000) })).status).toBe(413);
  });

  it('the cookie of another server opens nothing', async () => {
    const other = viewerRoutes({ ...options, token: 'another' });
    const headers = { host: '127.0.0.1:8000' };
    const reply = await other.request('http://127.0.0.1:8000/api/session', {
      method: 'POST',
      headers,
      body: '{"token":"another"}',
    });
    expect(reply.status).toBe(200);
    expect((await ask('/api/list', { cookie: cookieOf(reply) })).status).toBe(401);
  });
});

describe('with the token', () => {
  it('a session is opened, in a cookie that no script and no other site can use', async () => {
    const reply = await openSession(TOKEN);
    expect(reply.headers.get('set-cookie')).toMatch(/^entente-8000=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(reply.headers.get('set-cookie')).not.toContain(TOKEN);
    expect((await ask('/api/list', { cookie: await sessionCookie() })).status).toBe(200);
  });

  it.each(['evil.example', 'localhost.evil.example:8000', '127.0.0.1.evil.example', '10.0.0.1:8000', ''])(
    'the name %j is refused, whatever it resolves to',
    async (host) => {
      const cookie = await sessionCookie();
      const reply = await app.request('http://127.0.0.1:8000/api/list', { headers: { host, cookie } });
      expect(reply.status).toBe(421);
      expect((await app.request('http://127.0.0.1:8000/', { headers: { host } })).status).toBe(421);
    },
  );

  it('a server for all addresses is asked by numbers, not by foreign names', async () => {
    const open = viewerRoutes({ ...options, host: '0.0.0.0' });
    const statusAs = async (host: string) => (await open.request('http://127.0.0.1:8000/api/list', { headers: { host } })).status;
    expect(await Promise.all(['192.168.1.7:8000', '[fe80::1]:8000', 'localhost:8000'].map(statusAs))).toEqual([401, 401, 401]);
    expect(await statusAs('evil.example:8000')).toBe(421);
  });

  it.each(['http://evil.example', 'http://127.0.0.1:9000', 'https://127.0.0.1:8000', 'null'])(
    'the origin %s is refused',
    async (origin) => {
      const cookie = await sessionCookie();
      expect((await ask('/api/list', { cookie, origin })).status).toBe(403);
      expect((await openSession(TOKEN, { origin })).status).toBe(403);
    },
  );

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s changes nothing', async (method) => {
    const cookie = await sessionCookie();
    for (const path of ['/api/list', '/api/runs/sound', '/', '/api/search?q=x'])
      expect((await ask(path, { cookie, method })).status).toBe(405);
  });

  it.each([
    ['/api/runs/..', 404],
    ['/api/runs/%2e%2e', 404],
    ['/api/runs/%2e%2e%2fsecret.txt/facts', 404],
    ['/api/runs/..%2f..%2fetc/facts', 404],
    ['/api/runs/%252e%252e%252fsecret/facts', 404],
    ['/api/runs/sound%00/facts', 404],
    ['/api/runs/..%5csound/facts', 404],
    ['/api/runs/sound%2f..%2fsound/facts', 404],
    ['/api/runs/%2fetc/facts', 404],
    ['/api/runs/nobody/facts', 404],
    ['/api/runs/nobody', 404],
    ['/api/runs/nobody/calls/0', 404],
    ['/api/runs/nobody/events', 404],
    ['/api/runs/sound/calls/0', 404],
    ['/api/runs/sound/calls/99999', 404],
    ['/api/runs/sound/calls/x', 400],
    ['/api/runs/sound/calls/1.5', 400],
    ['/api/runs/sound/facts?from=-1', 400],
    ['/api/runs/sound/facts?from=1e9', 400],
    ['/api/runs/sound/facts?from=', 400],
    ['/api/list/events?since=NaN', 400],
    ['/api/search?q=', 400],
    ['/api/search', 400],
    ['/api/search?q=x&in=everywhere', 400],
    ['/api/search?q=x&hits=many', 400],
    ['/api/studies/none', 404],
    ['/api/nothing', 404],
    ['/secret.txt', 404],
    ['/assets/../../package.json', 404],
    ['/assets/%2e%2e/%2e%2e/package.json', 404],
    ['/..%2f..%2fpackage.json', 404],
    ['/%252e%252e%252fpackage.json', 404],
    ['/index.html%00.css', 404],
    ['/%', 404],
    ['/index.js', 404],
  ])('%s is answered %i', async (path, status) => {
    const reply = await ask(path, { cookie: await sessionCookie() });
    expect(reply.status).toBe(status);
    const text = await reply.text();
    expect(text).not.toContain('not for the page');
    expect(text.split('\n')).toHaveLength(1);
    expect(text).not.toContain(folder);
  });

  it('every reply forbids foreign scripts, frames and guesses of its type', async () => {
    const cookie = await sessionCookie();
    for (const path of ['/api/list', '/api/runs/nobody', '/nothing']) {
      const { headers } = await ask(path, { cookie });
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self';.*frame-ancestors 'none'/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(JSON.stringify([...headers])).not.toContain(TOKEN);
    }
  });
});

describe('runs of every kind', () => {
  it('hostile names are plain data, and lead to their run', async () => {
    const listed = await ask('/api/list', { cookie: await sessionCookie() });
    const { runs, damaged } = (await listed.json()) as ListChange;
    expect(damaged).toEqual([{ runId: 'damaged', message: expect.stringMatching(/^journal of damaged, line 3: /) }]);
    expect(runs.map(({ runId }) => runId).sort()).toEqual([NAME, 'renamed', 'sound', 'torn'].sort());
    const reply = await ask(`/api/runs/${encodeURIComponent(NAME)}`, { cookie: await sessionCookie() });
    expect(reply.headers.get('content-type')).toBe('application/json');
    expect(await reply.json()).toMatchObject({ row: { runId: NAME, title: `${NAME} & B` } });
  });

  it('a torn last line is no entry yet', async () => {
    const reply = await ask('/api/runs/torn/facts', { cookie: await sessionCookie() });
    expect(reply.headers.get('x-entries')).toBe('4');
    expect((await reply.text()).trimEnd().split('\n')).toHaveLength(3);
  });

  it('a damaged journal says in one line what is wrong, and the rest works', async () => {
    const reply = await ask('/api/runs/damaged/facts', { cookie: await sessionCookie() });
    expect(reply.status).toBe(409);
    expect(await reply.json()).toEqual({ error: expect.stringMatching(/^journal of damaged, line 3: /) });
    const text = await (await ask('/api/search?q=hello', { cookie: await sessionCookie() })).text();
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as SearchLine);
    expect(lines.filter(({ kind }) => kind === 'run')).toHaveLength(4);
    expect(lines.at(-1)).toEqual({ kind: 'end', searched: 4, unreadable: ['damaged'] });
  });
});

describe('over a socket', () => {
  let viewer: Viewer;
  let port: number;
  beforeAll(async () => {
    viewer = await serveViewer(options);
    port = Number(new URL(viewer.url).port);
  });
  afterAll(async () => viewer.close());

  const raw = async (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.end(text));
      let reply = '';
      socket.setEncoding('utf8').on('data', (part: string) => (reply += part));
      socket.on('close', () => resolve(reply)).on('error', reject);
    });

  it('holds the token behind the #, which no request carries', () => {
    expect(new URL(viewer.url).hash).toBe(`#token=${TOKEN}`);
    expect(viewer.url.split('#')[0]).toBe(`http://127.0.0.1:${port}/`);
  });

  it.each([
    '/../../../etc/passwd',
    '//etc/passwd',
    '/assets/..\\..\\package.json',
    '/api/runs/../../secret.txt',
    '/%2e%2e/%2e%2e/etc/passwd',
  ])('gives no file for %s', async (path) => {
    const reply = await raw(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`);
    expect(reply).toMatch(/^HTTP\/1\.1 4\d\d/);
    expect(reply).not.toMatch(/root:|not for the page/);
  });

  it('refuses a foreign name, and none', async () => {
    expect(await raw('GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 421/);
    expect(await raw('GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 4\d\d/);
  });

  it('tells how a run grows while it is written, and lets go of a reader who leaves', async () => {
    const session = await fetch(`http://127.0.0.1:${port}/api/session`, {
      method: 'POST',
      body: JSON.stringify({ token: TOKEN }),
    });
    const leave = new AbortController();
    const headers = { cookie: cookieOf(session) };
    const events = await fetch(`http://127.0.0.1:${port}/api/runs/sound/events?from=4`, { headers, signal: leave.signal });
    const writer = await store.openWriter('sound', 'continue');
    writer.append({ type: 'step-started', v: 1, step: 'scene-2', at: 2 });
    await writer.close();
    let heard = '';
    for await (const part of events.body as unknown as AsyncIterable<Uint8Array>) {
      heard += Buffer.from(part).toString();
      if (heard.includes('\n\n')) break;
    }
    expect(heard).toContain('event: grown\ndata: {"entries":5,"isOver":false}');
    leave.abort();
  });
});
