import { expect, it } from 'vitest';
import { describeModel } from './describe-model.js';
import type { LanguageModel } from './language-model.js';
import { withSettings } from './middleware/with-settings.js';

const model: LanguageModel = { provider: 'p', modelId: 'm', generate: () => Promise.reject(new Error('nobody asks')) };
const body = { tier: 'fast', secret: 'sk-in-a-body' };

it('tells models apart that may answer otherwise, also by what the config lays under their requests', () => {
  const models: readonly LanguageModel[] = [
    model,
    { ...model, provider: 'q' },
    { ...model, modelId: 'n' },
    { ...model, baseUrl: 'http://localhost:1/v1' },
    withSettings(model, { sampling: { temperature: 0.5 } }),
    withSettings(model, { sampling: { temperature: 0.7 } }),
    withSettings(model, { providerOptions: { body } }),
    withSettings(model, { providerOptions: { body: { ...body, tier: 'slow' } } }),
  ];
  expect(new Set(models.map((each) => JSON.stringify(describeModel(each)))).size).toBe(models.length);
});

it('does not care for limits, headers or the order of keys, and shows no word of a body', () => {
  const description = describeModel(withSettings(model, { providerOptions: { body } }));
  const other = { timeoutMs: 5, providerOptions: { body: { secret: body.secret, tier: body.tier }, headers: { a: 'b' } } };
  expect(describeModel(withSettings(model, other))).toEqual(description);
  expect(JSON.stringify(description)).not.toContain('sk-in-a-body');
});
