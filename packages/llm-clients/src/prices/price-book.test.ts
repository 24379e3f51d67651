import { describe, expect, it } from 'vitest';
import { NO_USAGE } from '../language-model.js';
import { createPriceBook } from './price-book.js';

const USAGE = { ...NO_USAGE, inputTokens: 1_000_000, outputTokens: 1_000_000 };

describe('createPriceBook', () => {
  const book = createPriceBook();

  it.each([
    ['openai', 'gpt-4o-mini', 0.75],
    ['openai-responses', 'gpt-4o-mini', 0.75],
    ['openai', 'gpt-4o-mini-2024-07-18', 0.75],
    ['groq', 'llama-3.3-70b-versatile', 1.38],
  ])('knows what %s:%s costs', (provider, modelId, dollars) => {
    expect(book.costOf({ provider, modelId }, USAGE)).toBeCloseTo(dollars, 6);
  });

  it.each(['anthropic', 'gemini', 'xai', 'deepseek', 'mistral', 'together', 'openrouter'])('finds %s in the list', (provider) => {
    const models: Readonly<Record<string, string>> = {
      anthropic: 'claude-sonnet-4-5',
      gemini: 'gemini-2.5-flash',
      xai: 'grok-3',
      deepseek: 'deepseek-chat',
      mistral: 'mistral-small-latest',
      together: 'meta-llama/Llama-3.3-70B-Instruct-Turbo',
      openrouter: 'meta-llama/llama-3.3-70b-instruct',
    };
    expect(book.costOf({ provider, modelId: models[provider] ?? '' }, USAGE)).toBeGreaterThan(0);
  });

  it('charges cached input less, as part of the whole input', () => {
    const cached = book.costOf({ provider: 'openai', modelId: 'gpt-4o-mini' }, { ...USAGE, cacheReadTokens: 1_000_000 });
    expect(cached).toBeCloseTo(0.675, 6);
  });

  it('does not know what it does not know', () => {
    expect(book.costOf({ provider: 'openai', modelId: 'a-model-of-tomorrow' }, USAGE)).toBeNull();
    expect(book.costOf({ provider: 'nobody', modelId: 'gpt-4o-mini' }, USAGE)).toBeNull();
    expect(book.costOf({ provider: 'openai', modelId: 'a-model-of-tomorrow' }, NO_USAGE)).toBeNull();
  });

  it.each(['offline', 'scripted', 'human', 'ollama', 'vllm', 'lmstudio', 'llamacpp'])(
    'takes nothing for %s, where nobody is paid',
    (provider) => {
      expect(book.costOf({ provider, modelId: 'anything' }, USAGE)).toBe(0);
    },
  );

  it('believes the user first', () => {
    const own = createPriceBook({
      'openai:gpt-4o-mini': { input: 1, output: 2, cacheRead: 0.5, cacheWrite: 4 },
      'vllm:qwen3': { input: 0.1 },
      'house-model': { input: 3, output: 3 },
    });
    const usage = { ...USAGE, cacheReadTokens: 200_000, cacheWriteTokens: 100_000 };
    expect(own.costOf({ provider: 'openai', modelId: 'gpt-4o-mini' }, usage)).toBeCloseTo(0.7 + 0.1 + 0.4 + 2, 9);
    expect(own.costOf({ provider: 'vllm', modelId: 'qwen3' }, usage)).toBeCloseTo(0.1, 9);
    expect(own.costOf({ provider: 'openai', modelId: 'house-model' }, USAGE)).toBe(6);
  });
});
