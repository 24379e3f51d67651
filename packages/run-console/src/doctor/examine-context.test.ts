import {
  PromptCutError,
  RequestRejectedError,
  TransportError,
  type GenerateRequest,
  type GenerateResult,
} from '@entente/llm-clients';
import { describe, expect, it } from 'vitest';
import { examineContext } from './examine-context.js';
import type { Finding } from './finding.js';

const usage = { inputTokens: 8_100, outputTokens: 1, cacheReadTokens: 0, cacheWriteTokens: 0, reasoningTokens: 0 };
const details = { provider: 'llamacpp', model: 'tiny', endpoint: 'http://here', attempts: [] } as never;
const LONG = { subject: 'prompts of a count', tokens: 8_000 };
const small = '; prompts of a count have about 8,000';
const remedy = 'Start llama-server with -c 16384 for each of its slots (-np)';

interface Manners {
  readonly provider?: string;
  readonly told?: number;
  readonly contextTokens?: number;
  readonly answer?: () => Partial<GenerateResult>;
}

async function examined({ provider = 'llamacpp', told, contextTokens, answer = () => ({}) }: Manners) {
  const asked: GenerateRequest[] = [];
  const sizes: unknown[] = [];
  const plain = { text: 'ready', usage, finishReason: 'stop', attempts: [], latencyMs: 1, droppedParameters: [] };
  const headers = { 'x-team': 'nine' };
  const finding = await examineContext({
    subject: 'tiny',
    id: 'llamacpp:tiny',
    model: {
      provider,
      modelId: 'tiny',
      generate: async (request: GenerateRequest) => {
        asked.push(request);
        return { ...plain, ...answer() } as GenerateResult;
      },
    },
    clients: {
      contextSize: async (...given: readonly unknown[]) => {
        sizes.push(given);
        return told === undefined ? undefined : { tokens: told, source: '/props' };
      },
    } as never,
    settings: { ...(contextTokens !== undefined && { contextTokens }), providerOptions: { headers } },
    longPrompts: LONG,
  });
  expect(sizes).toEqual([['llamacpp:tiny', headers]]);
  return { finding, asked };
}
const fails = (error: Error) => (): never => {
  throw error;
};
const found = (result: Finding['result'], detail: string, more: Partial<Finding> = {}): Finding => ({
  ...{ subject: 'tiny', check: 'context', result, detail },
  ...more,
});

describe('examineContext', () => {
  it('believes the server, and asks the model nothing', async () => {
    const { finding, asked } = await examined({ told: 8_000 });
    expect(finding).toEqual(found('ok', '8,000 tokens, as /props says'));
    expect(asked).toEqual([]);
  });

  it('notes a context below the longest prompts', async () => {
    const { finding } = await examined({ told: 7_999 });
    expect(finding).toEqual(found('note', `7,999 tokens, as /props says${small}`, { remedy }));
  });

  it('finds fault only with a contextTokens above what the server tells', async () => {
    expect((await examined({ told: 8_000, contextTokens: 8_000 })).finding.result).toBe('ok');
    const { finding } = await examined({ told: 8_000, contextTokens: 12_000 });
    expect(finding).toEqual(
      found('failed', '8,000 tokens, as /props says, and contextTokens in the config file says 12,000', {
        remedy: 'set contextTokens to 8000; or: start llama-server with -c 16384 for each of its slots (-np)',
      }),
    );
  });

  it.each([
    [undefined, 'contextTokens in the config file can set it'],
    [9_000, 'contextTokens sets it to 9,000'],
  ])('tries no paid service (contextTokens %s)', async (contextTokens, own) => {
    for (const provider of ['openai', 'a-provider-of-nobody']) {
      const { finding, asked } = await examined({ provider, ...(contextTokens !== undefined && { contextTokens }) });
      expect(finding).toEqual(found('note', `not told; ${own}. A service like this refuses what is too long`));
      expect(asked).toEqual([]);
    }
  });

  it('tries one long prompt and reads its size from the usage', async () => {
    const { finding, asked } = await examined({});
    expect(finding).toEqual(found('ok', 'not told; a prompt of 8,100 tokens is read whole'));
    expect(asked).toHaveLength(1);
    const [{ messages, sampling }] = asked as [GenerateRequest];
    expect(sampling).toEqual({ maxOutputTokens: 16 });
    const text = messages.flatMap(({ parts }) => parts.map((part) => part.text)).join('\n');
    expect(text.split('\n')).toHaveLength(802);
    expect(text).toMatch(/^A trial .*\nOn Monday .*\nOn Tuesday .*[\s\S]*\nAnswer with the one word "ready"\.$/);
  });

  it('notes prompts that are cut with notice', async () => {
    const { finding } = await examined({ answer: () => ({ changedParameters: { prompt: 2_048 } }) });
    expect(finding).toEqual(found('note', `about 2,048 tokens, as measured: longer prompts are cut${small}`, { remedy }));
  });

  it('fails prompts that are cut without notice', async () => {
    const { finding } = await examined({
      answer: fails(new PromptCutError('cut', { ...(details as object), counted: 2_048.4, estimated: 8_000 } as never)),
    });
    expect(finding).toEqual(
      found('failed', `about 2,048 tokens, as measured: longer prompts are cut without a word${small}`, { remedy }),
    );
  });

  it('cannot measure where the server counts no tokens', async () => {
    const { finding } = await examined({ answer: () => ({ usage: { ...usage, estimated: true } }) });
    expect(finding).toEqual(found('note', 'not told, and the server counts no tokens: prompts that it cuts cannot be noticed'));
  });

  it('takes a cut or an empty reply for proof that the prompt was read', async () => {
    const { finding } = await examined({ answer: () => ({ text: '', finishReason: 'length' }) as never });
    expect(finding).toEqual(found('ok', 'not told; a prompt of 8,100 tokens is read whole'));
  });

  it('tells a refused prompt from a server that does not answer', async () => {
    const refused = await examined({ answer: fails(new RequestRejectedError('too long', details)) });
    expect(refused.finding).toMatchObject({ result: 'note', remedy });
    expect(refused.finding.detail).toMatch(/^a prompt of about 8,000 tokens is refused \(.*too long\); prompts of a count/);
    const silent = await examined({ answer: fails(new TransportError('no answer', details)) });
    expect(silent.finding).toEqual(found('note', expect.stringMatching(/^not told, and not measured: .*no answer/)));
  });

  it('throws what is no fault of the server', async () => {
    await expect(examined({ answer: fails(new TypeError('a bug')) })).rejects.toThrow(new TypeError('a bug'));
  });
});
