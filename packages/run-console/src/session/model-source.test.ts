import { type ClientConfig, createModelClients, type GenerateRequest } from '@entente/llm-clients';
import { createFakeClock } from '@entente/llm-clients/testing';
import { describe, expect, it } from 'vitest';
import { configForClients, liveModels, modelsOnRecord } from './model-source.js';

const ENV = { OPENAI_API_KEY: 'sk-environment' };

function modelsWith(config: ClientConfig, ids: readonly string[] = [], env: Readonly<Record<string, string>> = ENV) {
  const clients = createModelClients({ env, config: configForClients(config), clock: createFakeClock(), random: () => 0.5 });
  return { clients, models: liveModels(clients, config, ids) };
}

describe('liveModels', () => {
  it('describes a model by who answers and where, never by its key', () => {
    const { models } = modelsWith({});
    const spec = models.describe('gpt-4o-mini@http://127.0.0.1:9/v1#sk-in-the-id');
    expect(spec).toEqual({ provider: 'openai', modelId: 'gpt-4o-mini', baseUrl: 'http://127.0.0.1:9/v1' });
  });

  it('makes of a description the model it came from', () => {
    const { models } = modelsWith({});
    for (const id of ['offline', 'openai:gpt-4o-mini', 'gpt-4o-mini@http://127.0.0.1:9/v1']) {
      const spec = models.describe(id);
      const { provider, modelId, baseUrl = null } = models.languageModel(spec);
      expect({ provider, modelId, baseUrl }).toEqual(spec);
    }
  });

  it('remembers a key that was written into an id for runs that are resumed', () => {
    const spec = modelsWith({}).models.describe('openai:gpt-4o-mini');
    expect(() => modelsWith({}, [], {}).models.languageModel(spec)).toThrow(/OPENAI_API_KEY/);
    expect(() => modelsWith({}, ['openai:gpt-4o-mini#sk-given'], {}).models.languageModel(spec)).not.toThrow();
  });

  it('takes the key of an id that is named again without it', () => {
    const { models } = modelsWith({}, ['openai:gpt-4o-mini#sk-given'], {});
    const spec = models.describe('gpt-4o-mini');
    expect(spec).toMatchObject({ provider: 'openai', modelId: 'gpt-4o-mini' });
    expect(() => models.languageModel(spec)).not.toThrow();
    expect(() => models.describe('openai:gpt-4.1')).toThrow(/OPENAI_API_KEY/);
  });

  it('takes sampling from the description, not from the config file of today', async () => {
    const before = modelsWith({ models: { offline: { sampling: { temperature: 0.3 } } } }).models.describe('offline');
    expect(before.sampling).toEqual({ temperature: 0.3 });
    const asked: GenerateRequest[] = [];
    const { clients } = modelsWith({});
    const spied = {
      ...clients,
      languageModel: (id: string) => ({
        ...clients.languageModel(id),
        generate: (request: GenerateRequest) => (asked.push(request), clients.languageModel(id).generate(request)),
      }),
    };
    const models = liveModels(spied, { models: { offline: { sampling: { temperature: 0.9 } } } });
    await models.languageModel(before).generate({ messages: [], sampling: { maxOutputTokens: 9 } });
    expect(asked[0]?.sampling).toEqual({ temperature: 0.3, maxOutputTokens: 9 });
  });

  it('refuses to go on with other provider options than the run was begun with', () => {
    const begun = modelsWith({ models: { offline: { providerOptions: { body: { route: 'a' } } } } }).models.describe('offline');
    expect(() => modelsWith({}).models.languageModel(begun)).toThrow(/other providerOptions/);
  });
});

describe('modelsOnRecord', () => {
  it('knows a model by name and cannot ask it', async () => {
    const spec = { provider: 'openai', modelId: 'gpt-4o-mini', baseUrl: null };
    const model = modelsOnRecord.languageModel(spec);
    expect(model).toMatchObject({ provider: 'openai', modelId: 'gpt-4o-mini' });
    await expect(model.generate({ messages: [] })).rejects.toThrow('resume the run instead');
  });
});
