import { expect, test } from 'vitest';
import { createEstimateTally } from './estimate-tally.js';

const cheap = { provider: 'openai', modelId: 'cheap' };
const dear = { provider: 'openai', modelId: 'dear' };

test('halves of calls add up before anything is rounded', () => {
  const tally = createEstimateTally({ costOf: ({ modelId }, { inputTokens }) => inputTokens * (modelId === 'dear' ? 10 : 1) });
  tally.add('appraise', cheap, { calls: 0.5, inputTokens: 101, outputTokens: 3 });
  tally.add('appraise', dear, { calls: 0.5, inputTokens: 101, outputTokens: 3 });
  tally.add('choose', cheap, { calls: 2, inputTokens: 10, outputTokens: 1 });
  expect(tally.result()).toEqual({
    calls: 3,
    inputTokens: 121,
    outputTokens: 5,
    costUsd: 50.5 + 505 + 20,
    byPrompt: [
      { prompt: 'appraise', calls: 1, inputTokens: 101, outputTokens: 3 },
      { prompt: 'choose', calls: 2, inputTokens: 20, outputTokens: 2 },
    ],
  });
});

test('one price that is unknown makes the whole cost unknown, whatever else is known', () => {
  const tally = createEstimateTally({ costOf: ({ modelId }) => (modelId === 'dear' ? null : 1) });
  tally.add('appraise', dear, { calls: 1, inputTokens: 1, outputTokens: 1 });
  tally.add('appraise', cheap, { calls: 1, inputTokens: 1, outputTokens: 1 });
  expect(tally.result().costUsd).toBeNull();
});
