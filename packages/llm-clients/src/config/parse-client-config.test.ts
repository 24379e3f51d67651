import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { SettingError } from '../errors/llm-client-error.js';
import { nearestName } from './nearest-name.js';
import { parseClientConfig } from './parse-client-config.js';
import { findClientConfig, readClientConfig, withEnvFile, withEnvText } from './read-client-config.js';

const YAML = `
# Settings of this study.
model: openai:gpt-4o-mini
models:
  openai:gpt-4o-mini:
    sampling: { temperature: 0.4, maxOutputTokens: 800 }
    timeoutMs: 60000
  qwen3:
    providerOptions:
      body: { top_k: 20 }
limits:
  openai: { requestsPerMinute: 500, tokensPerMinute: 200000, maxConnections: 50, hedge: true }
prices:
  vllm:qwen3: { input: 0.1, output: 0.2 }
`;

describe('parseClientConfig', () => {
  it('reads YAML, and JSON as the YAML it is', () => {
    const config = parseClientConfig(YAML, 'entente.config.yaml');
    expect(config).toMatchObject({
      model: 'openai:gpt-4o-mini',
      models: { 'openai:gpt-4o-mini': { sampling: { temperature: 0.4 } }, qwen3: { providerOptions: { body: { top_k: 20 } } } },
      limits: { openai: { hedge: true } },
      prices: { 'vllm:qwen3': { input: 0.1 } },
    });
    expect(parseClientConfig(JSON.stringify(config), 'entente.config.json')).toEqual(config);
    expect(parseClientConfig('', 'entente.config.yaml')).toEqual({});
  });

  it.each([
    ['modle: x', 'c.yaml: unknown field "modle"; did you mean "model"?'],
    [
      'limits: { openai: { requestPerMinute: 5 } }',
      'c.yaml: unknown field "requestPerMinute" in limits.openai; did you mean "requestsPerMinute"?',
    ],
    [
      'models: { m: { sampling: { temprature: 1 } } }',
      'c.yaml: unknown field "temprature" in models.m.sampling; did you mean "temperature"?',
    ],
    ['models: { m: { sytemRole: user } }', 'c.yaml: unknown field "sytemRole" in models.m; did you mean "systemRole"?'],
    [
      'models: { m: { context: 4096 } }',
      'c.yaml: unknown field "context" in models.m; known are sampling, providerOptions, timeoutMs, deadlineMs, rung, systemRole, contextTokens, allowCutPrompts',
    ],
    ['models: { m: { rung: schema } }', /^c\.yaml: models\.m\.rung: .*json-schema.*; got "schema"$/],
    ['limits: { opnai: {} }', 'c.yaml: unknown field "opnai" in limits; did you mean "openai"?'],
    ['colour: red', 'c.yaml: unknown field "colour"; known are model, provider, models, limits, prices'],
    ['limits: { openai: { maxConnections: many } }', 'c.yaml: limits.openai.maxConnections: expected number; got "many"'],
    ['models: { m: { sampling: { temperature: 3 } } }', /^c\.yaml: models\.m\.sampling\.temperature: .*2.*; got 3$/],
    ['- a\n- b', /^c\.yaml: reply: expected object|^c\.yaml: /],
    [
      'models: { m: { providerOptions: { headers: { authorization: "Bearer a\\nb" } } } }',
      'c.yaml: models.m.providerOptions.headers.authorization: a header holds one line, of signs that HTTP can send',
    ],
    ['a: [', /^c\.yaml cannot be read: [^\n]*$/],
  ])('says in one line what is wrong with %j', (text, message) => {
    let shown: unknown;
    try {
      parseClientConfig(text, 'c.yaml');
    } catch (error) {
      shown = error;
    }
    expect(shown).toBeInstanceOf(SettingError);
    const line = (shown as SettingError).message;
    expect(line).not.toContain('\n');
    if (typeof message === 'string') expect(line).toBe(message);
    else expect(line).toMatch(message);
  });
});

describe('a key in the wrong place of a config file', () => {
  it.each([
    'limits: { "openai:x#SECRET-1": {} }',
    'limits: { "openai#SECRET-1": { requestsPerMinute: 5 } }',
    'limits: { sk-SECRET-1: {} }',
    'prices: { "openai:x#SECRET-1": { input: 1 } }',
    'prices: { "openai:x#SECRET-1": { inptu: 1 } }',
    'prices: { "openai:x#SECRET-1": 4 }',
    'models: { "openai:x#SECRET-1": {} }',
    'models: { "x@http://h/v1?key=SECRET-1": {} }',
    'models: { "x@http://h/v1?key=SECRET-1": { samplng: {} } }',
    'models: { x: { providerOptions: { headers: { authorization: [SECRET-1] } } } }',
    'models: { x: { providerOptions: { headers: "authorization SECRET-1" } } }',
    'models: { x: { providerOptions: { body: "SECRET-1" } } }',
    'provider: "openai#SECRET-1"',
    'sk-SECRET-1: x',
    'model: [openai#SECRET-1]',
    'models:\n  x: { providerOptions: { headers: { authorization: "Bearer SECRET-1" } }\n  y: *SECRET-1\n',
    'model: *sk-SECRET-1',
    'sk-SECRET-1: 1\nsk-SECRET-1: 2',
  ])('is refused and not shown: %j', (text) => {
    let shown: unknown;
    try {
      parseClientConfig(text, 'c.yaml');
    } catch (error) {
      shown = error;
    }
    expect(shown).toBeInstanceOf(SettingError);
    expect(inspect(shown, { depth: 9, showHidden: true }).replace(/ {4}at .*/g, '')).not.toContain('SECRET-1');
  });
});

describe('reading from a folder', () => {
  it('finds the config file, or none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'entente config '));
    expect(findClientConfig(folder)).toBeUndefined();
    writeFileSync(join(folder, 'entente.config.yaml'), YAML);
    expect(findClientConfig(folder)).toEqual({ path: join(folder, 'entente.config.yaml'), config: parseClientConfig(YAML, 'x') });
    expect(() => readClientConfig(join(folder, 'other.yaml'))).toThrow(SettingError);
  });

  it('lays .env under the variables that are set', () => {
    expect(withEnvText({ A: 'set', EMPTY: '' }, 'A=file\nB="two words" # why\nEMPTY=file\n# C=no')).toEqual({
      A: 'set',
      EMPTY: '',
      B: 'two words',
    });
    const folder = mkdtempSync(join(tmpdir(), 'entente-env-'));
    const env = { A: 'set' };
    expect(withEnvFile(env, join(folder, '.env'))).toBe(env);
    writeFileSync(join(folder, '.env'), 'KEY=abc\n');
    expect(withEnvFile(env, join(folder, '.env'))).toEqual({ A: 'set', KEY: 'abc' });
  });
});

describe('nearestName', () => {
  it('forgives a slip, not another word', () => {
    expect(nearestName('temprature', ['temperature', 'topP'])).toBe('temperature');
    expect(nearestName('Seeds', ['seed', 'need'])).toBe('seed');
    expect(nearestName('colour', ['model', 'prices'])).toBeUndefined();
  });
});
