import { expect, it } from 'vitest';
import type { GenerateRequest, LanguageModel } from '../language-model.js';
import { withSampling } from './with-sampling.js';

const asked: GenerateRequest[] = [];
const model: LanguageModel = {
  provider: 'p',
  modelId: 'm',
  generate: (request) => {
    asked.push(request);
    return Promise.reject(new Error('not answered'));
  },
};

it('lays the sampling under what each request asks for', async () => {
  const warm = withSampling(model, { temperature: 0.7, topP: undefined });
  await warm.generate({ messages: [] }).catch(() => {});
  await warm.generate({ messages: [], sampling: { temperature: 0, seed: 3 } }).catch(() => {});
  expect(asked.map(({ sampling }) => sampling)).toEqual([{ temperature: 0.7 }, { temperature: 0, seed: 3 }]);
  expect([warm.provider, warm.modelId]).toEqual(['p', 'm']);
});

it('is the model itself where nothing is set', () => {
  expect(withSampling(model, undefined)).toBe(model);
  expect(withSampling(model, { temperature: undefined })).toBe(model);
});
