import { describe, expect, it } from 'vitest';
import { capabilitiesOf } from './capabilities.js';
import type { PresetName } from './presets.js';

const summary = (provider: PresetName, model: string): string => {
  const { temperature, reasoning, reasonsByDefault, structuredRung, maxTokensField } = capabilitiesOf(provider, model);
  const efforts = reasoning.kind === 'none' ? '' : `:${reasoning.efforts.join('/')}`;
  return `${temperature} ${reasoning.kind}${efforts}${reasonsByDefault ? '!' : ''} ${structuredRung} ${maxTokensField}`;
};

describe('what a model takes', () => {
  it.each([
    ['openai', 'gpt-4.1', 'always none json-schema max_completion_tokens'],
    ['openai', 'gpt-4o-mini', 'always none json-schema max_completion_tokens'],
    ['openai', 'gpt-4-turbo', 'always none json-object max_completion_tokens'],
    ['openai', 'gpt-4-0613', 'always none prompt max_completion_tokens'],
    ['openai', 'gpt-3.5-turbo', 'always none json-object max_completion_tokens'],
    ['openai', 'o1-mini', 'never none! prompt max_completion_tokens'],
    ['openai', 'o3', 'never effort:low/medium/high! json-schema max_completion_tokens'],
    ['openai', 'o4-mini-2025-04-16', 'never effort:low/medium/high! json-schema max_completion_tokens'],
    ['openai', 'gpt-5', 'never effort:minimal/low/medium/high! json-schema max_completion_tokens'],
    ['openai', 'gpt-5-nano-2025-08-07', 'never effort:minimal/low/medium/high! json-schema max_completion_tokens'],
    ['openai', 'gpt-5-chat-latest', 'always none json-schema max_completion_tokens'],
    ['openai', 'gpt-5.2-pro', 'never effort:high! json-schema max_completion_tokens'],
    ['openai', 'gpt-5.1', 'without-reasoning effort:none/low/medium/high json-schema max_completion_tokens'],
    ['openai', 'gpt-5.4-mini', 'without-reasoning effort:none/low/medium/high json-schema max_completion_tokens'],
    ['openai', 'gpt-5.6-sol', 'never effort:none/low/medium/high! json-schema max_completion_tokens'],
    ['openai-responses', 'gpt-5', 'never effort:minimal/low/medium/high! json-schema max_output_tokens'],
    ['anthropic', 'claude-3-haiku-20240307', 'always none prompt max_tokens'],
    ['anthropic', 'claude-3-7-sonnet-latest', 'without-reasoning budget:none/low/medium/high prompt max_tokens'],
    ['anthropic', 'claude-sonnet-4-20250514', 'without-reasoning budget:none/low/medium/high prompt max_tokens'],
    ['anthropic', 'claude-haiku-4-5-20251001', 'without-reasoning budget:none/low/medium/high json-schema max_tokens'],
    ['anthropic', 'claude-sonnet-4-6', 'without-reasoning adaptive:none/low/medium/high json-schema max_tokens'],
    ['anthropic', 'claude-opus-4-8', 'never adaptive:none/low/medium/high json-schema max_tokens'],
    ['anthropic', 'claude-sonnet-5-5', 'never adaptive:none/low/medium/high! json-schema max_tokens'],
    ['anthropic', 'claude-mythos-preview', 'never adaptive:low/medium/high! json-schema max_tokens'],
    ['anthropic', 'claude-something-new', 'never adaptive:none/low/medium/high! json-schema max_tokens'],
    ['openrouter', 'openai/gpt-5', 'never effort:none/minimal/low/medium/high json-schema max_tokens'],
    ['openrouter', 'anthropic/claude-sonnet-5', 'never effort:none/minimal/low/medium/high json-schema max_tokens'],
    ['openrouter', 'anthropic/claude-sonnet-4.5', 'without-reasoning effort:none/minimal/low/medium/high json-schema max_tokens'],
    ['openrouter', 'anthropic/claude-3.7-sonnet', 'without-reasoning effort:none/minimal/low/medium/high json-schema max_tokens'],
    ['openrouter', 'anthropic/claude-opus-4.1', 'without-reasoning effort:none/minimal/low/medium/high json-schema max_tokens'],
    ['openrouter', 'anthropic/claude-3.5-haiku', 'always effort:none/minimal/low/medium/high json-schema max_tokens'],
    ['openrouter', 'openai/gpt-5.1', 'without-reasoning effort:none/minimal/low/medium/high json-schema max_tokens'],
    ['openrouter', 'meta-llama/llama-4:free', 'always effort:none/minimal/low/medium/high json-schema max_tokens'],
    ['groq', 'openai/gpt-oss-120b', 'always effort:none/low/medium/high json-schema max_completion_tokens'],
    ['deepseek', 'deepseek-chat', 'always none json-object max_tokens'],
    ['mistral', 'mistral-large-latest', 'always none json-schema max_tokens'],
    ['ollama', 'gpt-5', 'always effort:none/low/medium/high json-schema max_tokens'],
  ] as const)('%s %s: %s', (provider, model, expected) => {
    expect(summary(provider, model)).toBe(expected);
  });

  it('includes a field for the seed only where the wire has one', () => {
    const fields = (['openai', 'mistral', 'anthropic', 'openai-responses'] as const).map(
      (name) => capabilitiesOf(name, 'm').seedField,
    );
    expect(fields).toEqual(['seed', 'random_seed', null, null]);
  });

  it("names the token limit as other servers do where the model and the host are not OpenAI's", () => {
    const field = (model: string, baseUrl?: string) =>
      capabilitiesOf('openai', model, baseUrl === undefined ? {} : { baseUrl }).maxTokensField;
    expect(field('qwen3', 'http://127.0.0.1:9000/v1')).toBe('max_tokens');
    expect(field('o3', 'https://proxy.example/v1')).toBe('max_completion_tokens');
    expect(field('gpt-next')).toBe('max_completion_tokens');
    expect(field('gpt-next', 'https://api.openai.com/v1')).toBe('max_completion_tokens');
  });
});
