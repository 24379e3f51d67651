import { createModelClients, parseModelId } from '@entente/llm-clients';
import { createFakeClock } from '@entente/llm-clients/testing';
import { describe, expect, it } from 'vitest';
import { assertKeysNeeded } from './assert-keys-needed.js';
import { assertLatencyUsed } from './assert-latency-used.js';
import { liveModels } from './model-source.js';

const GIVEN = ['openai:gpt-4o-mini#sk-one', 'anthropic:claude-haiku-4-5#sk-two'];

function assert(ids: readonly string[], asked: readonly string[]): () => void {
  const clients = createModelClients({ env: {}, config: {}, clock: createFakeClock(), random: () => 0.5 });
  const models = liveModels(clients, {}, [...GIVEN, ...ids.filter((id) => id.includes('#'))]);
  return () =>
    assertKeysNeeded(
      ids,
      asked.map((id) => models.describe(id)),
      models,
    );
}

describe('assertKeysNeeded', () => {
  it('takes the key of every model that is asked', () => {
    expect(assert(GIVEN, ['openai:gpt-4o-mini', 'anthropic:claude-haiku-4-5'])).not.toThrow();
  });

  it('refuses a model without a key, which would change nothing', () => {
    expect(assert(['openai:gpt-4o-mini'], ['openai:gpt-4o-mini'])).toThrow(
      /^--model openai:gpt-4o-mini has no effect here: .*#key/,
    );
  });

  it('refuses a key that nobody needs, and never shows it', () => {
    expect(assert(['openai:gpt-4o-mini#sk-one'], ['offline'])).toThrow(
      '--model openai:gpt-4o-mini has no effect here: no run of this command asks it; they ask offline.',
    );
  });
});

describe('a model at another address than the run asks it at', () => {
  it.each(['', '#sk-one'])('is refused with both addresses and what to do, and without the key: %j', (key) => {
    expect(assert([`llamacpp:tiny@http://127.0.0.1:2/v1${key}`], ['llamacpp:tiny@http://127.0.0.1:1/v1'])).toThrow(
      '--model llamacpp:tiny@http://127.0.0.1:2/v1 has no effect here: a run on record asks llamacpp:tiny where it began, at http://127.0.0.1:1/v1; ' +
        'serve it there again, or fork the run and give the model its new address with --set.',
    );
  });
});

describe('a key that holds another id', () => {
  it.each(['openai:gpt-4o-mini#a,anthropic:claude-haiku-4-5#b', 'offline#a b', 'offline#a\u00e9'])('is refused: %s', (id) => {
    expect(() => parseModelId(id)).toThrow(/^(?!.*claude).*holds a space, a comma or a sign that no key has/);
  });
});

describe('assertLatencyUsed', () => {
  const real = { provider: 'openai', modelId: 'gpt-4o-mini' };
  const offline = { provider: 'offline', modelId: 'offline' };
  it.each([
    [undefined, [real]],
    ['0', [real]],
    ['fixed:50ms', [real, offline]],
  ] as const)('lets %s pass', (latency, asked) => {
    expect(() => assertLatencyUsed(latency, asked)).not.toThrow();
  });
  it.each([[[real]], [[]]])('refuses a latency of models that have their own', (asked) => {
    expect(() => assertLatencyUsed('fixed:50ms', asked)).toThrow(/^--latency has no effect here/);
  });
});
