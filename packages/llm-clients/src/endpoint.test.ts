import { describe, expect, it } from 'vitest';
import { endpointOf } from './endpoint.js';
import { SettingError } from './errors/llm-client-error.js';
import { parseModelId } from './model-id.js';
import type { PresetName } from './providers/presets.js';

function endpoint(
  text: string,
  env: Readonly<Record<string, string>> = {},
): { readonly baseUrl: string; readonly key: string | undefined } {
  const parsed = parseModelId(text);
  const { baseUrl, apiKey } = endpointOf(parsed, parsed.id.provider as PresetName, env);
  return { baseUrl, key: apiKey?.reveal() };
}

const KEYS = { OPENAI_API_KEY: 'sk-openai', ANTHROPIC_API_KEY: 'sk-ant', GOOGLE_API_KEY: 'g', VLLM_API_KEY: 'v' };

describe('endpointOf', () => {
  it.each<[id: string, env: Record<string, string>, baseUrl: string, key: string | undefined]>([
    ['openai:gpt-5', KEYS, 'https://api.openai.com/v1', 'sk-openai'],
    ['openai-responses:gpt-5', KEYS, 'https://api.openai.com/v1', 'sk-openai'],
    ['anthropic:claude-x', KEYS, 'https://api.anthropic.com', 'sk-ant'],
    ['gemini:gemini-2.5-flash', KEYS, 'https://generativelanguage.googleapis.com/v1beta/openai', 'g'],
    ['openai:gpt-5#sk-mine', KEYS, 'https://api.openai.com/v1', 'sk-mine'],
    // A key that belongs to the vendor is not given to whatever listens on this machine, nor to a URL nobody vouched for.
    ['openai:gpt-5@http://127.0.0.1:8099/v1', KEYS, 'http://127.0.0.1:8099/v1', undefined],
    ['openai:gpt-5@http://127.0.0.1:8099/v1#x', KEYS, 'http://127.0.0.1:8099/v1', 'x'],
    ['openai:gpt-5@https://proxy.example/v1', KEYS, 'https://proxy.example/v1', 'sk-openai'],
    // Said in the environment, beside the key: they belong together.
    ['openai:gpt-5', { ...KEYS, OPENAI_BASE_URL: 'http://localhost:4000/v1/' }, 'http://localhost:4000/v1', 'sk-openai'],
    [
      'openai:gpt-5@http://localhost:4000/v1',
      { ...KEYS, OPENAI_BASE_URL: 'http://localhost:4000/v1/' },
      'http://localhost:4000/v1',
      'sk-openai',
    ],
    ['openai:gpt-5@https://api.openai.com/v1', KEYS, 'https://api.openai.com/v1', 'sk-openai'],
    ['anthropic:claude-x@http://127.0.0.1:8099/v1', {}, 'http://127.0.0.1:8099', undefined],
    ['ollama:llama3.1:8b', {}, 'http://127.0.0.1:11434/v1', undefined],
    ['vllm:qwen3', KEYS, 'http://127.0.0.1:8000/v1', 'v'],
  ])('finds where %s goes, and with which key', (id, env, baseUrl, key) => {
    expect(endpoint(id, env)).toEqual({ baseUrl, key });
  });

  it.each<[id: string, env: Record<string, string>, setting: string, message: RegExp]>([
    ['openai:gpt-5', {}, 'OPENAI_API_KEY', /OpenAI .* needs a key: set OPENAI_API_KEY .*\.env.*--model offline/],
    ['openai:gpt-5', { OPENAI_API_KEY: ' ' }, 'OPENAI_API_KEY', /needs a key/],
    ['gemini:gemini-2.5-flash', {}, 'GEMINI_API_KEY', /GEMINI_API_KEY or GOOGLE_API_KEY/],
    ['some-model@https://models.example/v1', KEYS, 'model', /https:\/\/models\.example\/v1.*after a #/],
    ['openai:gpt-5', { ...KEYS, OPENAI_BASE_URL: 'nonsense' }, 'OPENAI_BASE_URL', /OPENAI_BASE_URL cannot be read/],
    [
      'openai:gpt-5',
      { ...KEYS, OPENAI_BASE_URL: 'https://a:b@c/v1' },
      'OPENAI_BASE_URL',
      /password; set the key in OPENAI_API_KEY/,
    ],
  ])('says in one line what %s lacks', (id, env, setting, message) => {
    let error: unknown;
    try {
      endpoint(id, env);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(SettingError);
    expect(error).toMatchObject({ setting, message: expect.stringMatching(message) as string });
    expect((error as Error).message).not.toContain('\n');
  });

  it.each([
    ['“', 'sk-“abc”', /in OPENAI_API_KEY, holds a character that cannot be sent \(number 4, U\+201C\)/],
    ['a zero-width blank', 'sk-a\u200bbc', /number 5, U\+200B/],
    ['a line end', 'sk-a\nbc', /number 5, U\+000A/],
    ['an emoji', 'sk-🔑', /number 4, U\+1F511/],
  ])('refuses a key that no header can hold, without showing it: %s', (_name, key, message) => {
    const refused = (): unknown => endpoint('openai:gpt-5', { OPENAI_API_KEY: key });
    expect(refused).toThrow(SettingError);
    expect(refused).toThrow(message);
    expect(refused).not.toThrow(/abc|bc\b/);
    expect(() => endpoint(`openai:gpt-5#${key}`)).toThrow(SettingError);
  });
});
