import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createModelClients } from '@entente/llm-clients';
import { createFakeClock } from '@entente/llm-clients/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../cli/console-error.js';
import { KnownSecrets } from '../cli/known-secrets.js';
import { assertLatencyUsed, keylessSession, openBudget, openSession, readConfig, type SessionOptions } from './session.js';

const offline = { provider: 'offline', modelId: 'offline', baseUrl: null };
const paid = { provider: 'openai', modelId: 'x', baseUrl: null };

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'session-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

function open(more: Partial<SessionOptions> = {}) {
  const said = { stderr: '' };
  const output = { write: (text: string) => void (said.stderr += text) };
  const secrets = new KnownSecrets();
  const io = { stdout: output, stderr: output, env: {}, cwd, signals: new EventEmitter(), clock: createFakeClock(), secrets };
  const none = { config: undefined, latency: undefined, maxConnections: undefined, logLevel: undefined, logFile: undefined };
  return { said, secrets, session: openSession(io, { ...none, responders: [], ...more }) };
}

describe('openSession', () => {
  it('takes keys out of .env and the config file, and out of what is printed', async () => {
    writeFileSync(join(cwd, '.env'), 'OPENAI_API_KEY=sk-of-the-file-12345\n');
    writeFileSync(join(cwd, 'entente.config.yaml'), 'provider: openai\n');
    const { session, secrets } = open();
    const { models, config } = await session;
    expect(config.provider).toBe('openai');
    expect(models.describe('x')).toMatchObject({ provider: 'openai', modelId: 'x' });
    expect(secrets.hide('sk-of-the-file-12345')).not.toContain('12345');
  });

  it('sends notes to stderr, or where a display wants them', async () => {
    const { session, said } = open();
    const opened = await session;
    opened.note('one');
    const taken: string[] = [];
    opened.setNotes((message) => taken.push(message));
    opened.note('two');
    expect([said.stderr, taken]).toEqual(['one\n', ['two']]);
    expect(() => opened.close()).not.toThrow();
  });

  it('counts a key on the command line for runs that are resumed', async () => {
    const { session } = open({ modelIds: [undefined, 'offline', 'openai:x#sk-typed'] });
    const { models } = await session;
    expect(() => models.languageModel(models.describe('openai:x'))).not.toThrow();
    expect(() => models.describe('openai:y')).toThrow(/OPENAI_API_KEY/);
  });
});

describe('readConfig', () => {
  it('reads the file that is named, or the one of the folder, or none', () => {
    expect(readConfig({ cwd }, undefined)).toEqual({});
    writeFileSync(join(cwd, 'entente.config.yaml'), 'provider: groq\n');
    writeFileSync(join(cwd, 'other.yaml'), 'provider: openai\n');
    expect(readConfig({ cwd }, undefined)).toMatchObject({ provider: 'groq' });
    expect(readConfig({ cwd }, 'other.yaml')).toMatchObject({ provider: 'openai' });
    expect(() => readConfig({ cwd }, 'none.yaml')).toThrow(/none\.yaml/);
  });
});

describe('openBudget', () => {
  const config = { prices: { 'openai:x': { input: 1, output: 10 } } };
  const clients = createModelClients({ env: {}, config, clock: createFakeClock(), random: () => 0.5 });
  const unknown = { provider: 'openai', modelId: 'nobody-sells-this', baseUrl: null };

  it('is none where nothing is bounded', () => {
    expect(openBudget(clients, [unknown], {})).toBeUndefined();
    expect(openBudget(clients, [unknown], { maxTokens: 5 })).toBeDefined();
  });

  it('bounds money only where every price is known', () => {
    expect(openBudget(clients, [paid], { maxCost: 1 })).toBeDefined();
    expect(() => openBudget(clients, [paid, unknown], { maxCost: 0 })).toThrow(
      /^The price of openai:nobody-sells-this is not known, so --max-cost cannot hold: .*\(prices: \{"openai:nobody-sells-this"/,
    );
  });
});

describe('assertLatencyUsed', () => {
  it.each([
    [undefined, [paid]],
    ['0', [paid]],
    [' 0 ', []],
    ['5ms', [paid, offline]],
  ])('lets %j pass', (latency, asked) => {
    expect(() => assertLatencyUsed(latency, asked)).not.toThrow();
  });

  it.each([
    [[paid, paid], 'openai:x is asked'],
    [[paid, { ...paid, modelId: 'y' }], 'openai:x, openai:y is asked'],
    [[], 'no model is asked'],
  ])('refuses it where the offline model is not asked', (asked, words) => {
    expect(() => assertLatencyUsed('5ms', asked)).toThrow(
      new UsageError(`--latency has no effect here: it slows down the offline model, and ${words}; leave it out.`),
    );
  });
});

it('describes models without keys for estimates', async () => {
  const session = keylessSession(await open().session);
  expect(session.models.describe('openai:x@http://127.0.0.1:9/v1')).toEqual({ ...paid, baseUrl: 'http://127.0.0.1:9/v1' });
  expect(session.models.describeEmbedding('openai:x')).toEqual(paid);
});
