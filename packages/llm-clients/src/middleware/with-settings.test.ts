import { describe, expect, it } from 'vitest';
import type { ModelSettings } from '../config/client-config.js';
import { type GenerateRequest, NO_USAGE } from '../language-model.js';
import { withEmbeddingSettings, withSettings } from './with-settings.js';

async function asked(settings: ModelSettings, request: Partial<GenerateRequest>): Promise<GenerateRequest> {
  let seen: GenerateRequest | undefined;
  const model = withSettings(
    {
      provider: 'x',
      modelId: 'y',
      generate: async (each) => {
        seen = each;
        return { text: '', finishReason: 'stop', usage: NO_USAGE, latencyMs: 0, attempts: [], droppedParameters: [] };
      },
    },
    settings,
  );
  await model.generate({ messages: [], ...request });
  return seen!;
}

describe('withSettings', () => {
  it('fills in what a request leaves open', async () => {
    const settings = { sampling: { temperature: 0.3 }, timeoutMs: 5, deadlineMs: 9, providerOptions: { body: { a: 1 } } };
    expect(await asked(settings, {})).toEqual({ messages: [], ...settings });
  });

  it('gives way to the request, setting by setting', async () => {
    const settings = {
      sampling: { temperature: 0.3, topP: 0.9 },
      timeoutMs: 5,
      providerOptions: { body: { a: 1, b: 1 }, headers: { h: '1' } },
    };
    const request = { sampling: { temperature: 1 }, timeoutMs: 7, providerOptions: { body: { b: 2 } } };
    expect(await asked(settings, request)).toEqual({
      messages: [],
      sampling: { temperature: 1, topP: 0.9 },
      timeoutMs: 7,
      providerOptions: { body: { a: 1, b: 2 }, headers: { h: '1' } },
    });
  });

  it('adds nothing where nothing is set', async () => {
    expect(await asked({}, { label: { name: 'n', version: '1' } })).toEqual({ messages: [], label: { name: 'n', version: '1' } });
  });

  it('limits the time of embeddings too, and sends them what the provider is to get', async () => {
    let seen: unknown;
    const model = withEmbeddingSettings(
      {
        provider: 'x',
        modelId: 'y',
        embed: async (_texts, options) => {
          seen = options;
          return { vectors: [], usage: NO_USAGE, latencyMs: 0, attempts: [] };
        },
      },
      {
        timeoutMs: 5,
        deadlineMs: 9,
        sampling: { temperature: 1 },
        providerOptions: { headers: { a: '1', b: '1' }, body: { dimensions: 8 } },
      },
    );
    await model.embed([], { timeoutMs: 1, providerOptions: { headers: { b: '2' } } });
    expect(seen).toEqual({
      timeoutMs: 1,
      deadlineMs: 9,
      providerOptions: { headers: { a: '1', b: '2' }, body: { dimensions: 8 } },
    });
  });
});
