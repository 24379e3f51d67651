import fc from 'fast-check';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { SettingError } from './errors/llm-client-error.js';
import { formatModelId, parseModelId, PROVIDER_NAMES } from './model-id.js';
import { looksLikeKey } from './providers/scrub-secrets.js';

describe('parseModelId', () => {
  it.each([
    ['openai:gpt-4o-mini', 'openai', 'gpt-4o-mini', undefined],
    ['anthropic:claude-sonnet-4-5', 'anthropic', 'claude-sonnet-4-5', undefined],
    ['offline', 'offline', 'offline', undefined],
    ['offline:quick', 'offline', 'quick', undefined],
    ['ollama:llama3.1:8b', 'ollama', 'llama3.1:8b', undefined],
    ['openrouter:meta-llama/x:free', 'openrouter', 'meta-llama/x:free', undefined],
    ['openai:gpt-4o-mini@http://127.0.0.1:8099/v1#x', 'openai', 'gpt-4o-mini', 'http://127.0.0.1:8099/v1'],
    ['openai:ft:gpt-4o:org:name:id', 'openai', 'ft:gpt-4o:org:name:id', undefined],
    ['vllm:Qwen/Qwen3-8B@https://host.example/v1/', 'vllm', 'Qwen/Qwen3-8B', 'https://host.example/v1'],
    // An @ that begins no URL belongs to the name.
    ['openai:@cf/meta/llama@latest', 'openai', '@cf/meta/llama@latest', undefined],
  ])('reads %s', (text, provider, model, baseUrl) => {
    expect(parseModelId(text)).toMatchObject({ id: { provider, model, ...(baseUrl && { baseUrl }) }, named: true });
  });

  it.each([
    ['gpt-4o-mini', 'openai'],
    ['o3', 'openai'],
    ['claude-sonnet-4-5', 'anthropic'],
    ['gemini-2.5-flash', 'gemini'],
    ['text-embedding-3-small', 'openai'],
    ['llama3.1:8b@http://127.0.0.1:11434/v1', 'ollama'],
    ['my-model@https://models.example/v1', 'openai'],
  ])('infers who serves %s', (text, provider) => {
    expect(parseModelId(text)).toMatchObject({ id: { provider }, named: false });
  });

  it('takes the default provider only where nothing else tells', () => {
    const options = { defaultProvider: 'openrouter' } as const;
    expect(parseModelId('meta-llama/x:free', options).id).toEqual({ provider: 'openrouter', model: 'meta-llama/x:free' });
    expect(parseModelId('llama3.1:8b', options).id).toEqual({ provider: 'openrouter', model: 'llama3.1:8b' });
    expect(parseModelId('anthropic:claude-x', options).id.provider).toBe('anthropic');
  });

  it.each([
    ['ofline', /Did you mean offline\?/],
    ['llama3.1:8b', /does not say who serves it.*openai, .*offline/],
    ['opnai:gpt-5', /Did you mean openai:gpt-5\?/],
    ['openai', /names no model.*openai:gpt-4o-mini/],
    ['openai:', /names no model/],
    ['', /names no model|does not say/],
    ['openai:gpt 5', /space/],
    ['openai:x@http://', /cannot be read/],
    ['openai:x@http://user:secret@host/v1', /user name or password/],
    ['openai:x@http://host/v1?key=secret', /query or a fragment.*write the key after a # at the end/],
    ['openai:x@http://host/v1?api_key=secret#real', /query or a fragment/],
    ['openai:x@http://host/v1?', /query or a fragment/],
    ['openai:x@http://host/v1?api-version=2024', /query or a fragment/],
    ['openai:x@http://host/sk-secret123/v1', /looks like a key in its path/],
    ['openai:x@http://host/sk%2Dsecret123/v1', /looks like a key in its path/],
    ['openai:x@HTTPS://host/v1?access_token=secret', /query or a fragment/],
    ['sk-secret123', /looks like a key in the place of the model.*provider:model#key/],
    ['openai:sk-secret123', /looks like a key/],
    ['opnai:sk-secret123', /looks like a key/],
    ['AIzaSyA1234567890123456789', /looks like a key/],
    ['x?key=secret', /looks like a key/],
    ['openai:x#sk-a,openai:y#sk-b', /comma/],
  ])('refuses %j, saying what to write', (text, message) => {
    const refused = (): unknown => parseModelId(text);
    expect(refused).toThrow(SettingError);
    expect(refused).toThrow(message);
  });

  it('splits the key off, and shows it in no printed form', () => {
    const parsed = parseModelId('openai:x@https://models.example/v1#sk-very-secret');
    expect(parsed.apiKey?.reveal()).toBe('sk-very-secret');
    const printed = [
      JSON.stringify(parsed),
      inspect(parsed, { depth: 9, showHidden: true }),
      String(parsed.apiKey),
      formatModelId(parsed.id),
    ];
    for (const text of printed) expect(text).not.toContain('secret');
  });

  it('shows no key in a complaint either', () => {
    for (const text of [
      'nobody/knows#sk-very-secret',
      'openai:#sk-very-secret',
      'openai:x@http://#sk-very-secret',
      'opnai:x y#sk-very-secret',
      'sk-very-secret',
      'openai:sk-very-secret',
      'sk-very-secret@http://host/v1',
      'openai:x@http://host/v1?key=very-secret',
      'openai:x@http://host/v1?very-secret',
      'openai:x@http://host/sk-very-secret/v1',
      'openai:x@http://very-secret@host/v1',
      'openai:x#very-secret,openai:y#very-secret',
      'nobody:x@ftp://host/v1?key=very-secret',
    ]) {
      let shown = '';
      try {
        parseModelId(text);
      } catch (error) {
        shown = inspect(error, { depth: 9 });
      }
      expect(shown).toContain('SettingError');
      expect(shown).not.toContain('very-secret');
    }
  });

  it('reads back what it writes', () => {
    const part = fc.stringMatching(/^[a-z0-9][a-z0-9./_-]{0,12}$/);
    const model = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(':'));
    const baseUrl = fc.option(fc.tuple(fc.constantFrom('http', 'https'), fc.domain(), fc.nat(65_535)), { nil: undefined });
    fc.assert(
      fc.property(fc.constantFrom(...PROVIDER_NAMES), model, baseUrl, fc.option(part), (provider, name, url, key) => {
        fc.pre(!looksLikeKey(name));
        const id = { provider, model: name, ...(url && { baseUrl: `${url[0]}://${url[1]}:${String(url[2])}/v1` }) };
        const parsed = parseModelId(`${formatModelId(id)}${key === null ? '' : `#${key}`}`);
        expect(parsed.id).toEqual(id);
        expect(parsed.apiKey?.reveal()).toBe(key ?? undefined);
        expect(parseModelId(formatModelId(parsed.id)).id).toEqual(parsed.id);
      }),
      { numRuns: 500 },
    );
  });
});
