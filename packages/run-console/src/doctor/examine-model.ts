import {
  generateStructured,
  generateText,
  getTextEmbedding,
  type LanguageModel,
  type ModelClients,
  type RateLimits,
  type Sampling,
} from '@entente/llm-clients';
import { z } from 'zod';
import type { Clock } from '@entente/llm-clients';
import { formatDuration } from '../text/quantity.js';
import type { Finding } from './finding.js';
import { diagnose } from './remedies.js';

export interface Examination {
  /** As findings name it; without a key. */
  readonly subject: string;
  readonly id: string;
  readonly clients: ModelClients;
  readonly clock: Clock;
  /** Whether the same id makes a model without any variable of the environment. */
  readonly needsKey: boolean;
  readonly keyInId: boolean;
}

const CALL = { timeoutMs: 60_000, deadlineMs: 120_000 } as const;
const EVERYTHING: Sampling = { temperature: 0.5, topP: 0.9, seed: 7, maxOutputTokens: 2000 };
const QUESTION = 'Answer with the one word "ready".';
const AT_ONCE = 8;

/** Tries a language model: its key, a plain call, a structured one, eight at once, and what is known of it. */
export async function examineModel(examination: Examination): Promise<readonly Finding[]> {
  const { subject, id, clients, needsKey, keyInId, clock } = examination;
  const look = lookAt(subject);
  let model: LanguageModel;
  try {
    model = clients.languageModel(id);
  } catch (error) {
    const { detail } = diagnose(error);
    return [{ subject, check: 'key', result: 'failed', detail, remedy: 'see the message' }];
  }
  const key: Finding = {
    subject,
    check: 'key',
    result: 'ok',
    detail: keyInId ? 'written in the model id' : needsKey ? 'found' : 'none needed',
  };

  const plain = await look('plain call', async () => {
    const { latencyMs, droppedParameters } = await generateText(model, QUESTION, { ...CALL, sampling: EVERYTHING });
    return { detail: formatDuration(latencyMs), droppedParameters };
  });
  // Without one answer there will be no other, and each would wait for its time-outs.
  if (plain.finding.result === 'failed') return [key, plain.finding];

  const structured = await look('structured call', async () => {
    const question = 'Which day comes after Monday? Give the day and how many letters its English name has.';
    const { latencyMs, structuredRung, reasks } = await generateStructured(
      model,
      question,
      z.object({ day: z.string(), letters: z.number() }),
      CALL,
    );
    const again = reasks > 0 ? `, asked again ${reasks === 1 ? 'once' : reasks === 2 ? 'twice' : `${reasks} times`}` : '';
    return { detail: `${formatDuration(latencyMs)}, as ${structuredRung ?? 'plain text'}${again}` };
  });
  const together = await look('eight at once', async () => {
    const startedAt = clock.now();
    const before = rateLimitedCalls(clients);
    await Promise.all(Array.from({ length: AT_ONCE }, () => generateText(model, QUESTION, CALL)));
    const refused = rateLimitedCalls(clients) - before;
    return {
      detail: `${formatDuration(clock.now() - startedAt)} together${refused > 0 ? `, ${refused} × 429 on the way` : ', no 429'}`,
    };
  });
  const dropped = plain.value?.droppedParameters ?? [];
  return [
    key,
    plain.finding,
    structured.finding,
    together.finding,
    {
      subject,
      check: 'parameters',
      result: dropped.length > 0 ? 'note' : 'ok',
      detail: dropped.length > 0 ? `leaves out ${dropped.join(', ')}` : 'takes all',
    },
    limitsFinding(subject, clients, model),
    priceFinding(subject, clients, model),
  ];
}

/** Tries an embedding model with one text. */
export async function examineEmbedding({
  subject,
  id,
  clients,
}: Pick<Examination, 'subject' | 'id' | 'clients'>): Promise<Finding> {
  const { finding } = await lookAt(subject)('embedding', async () => {
    const vector = await getTextEmbedding(clients.embeddingModel(id), 'A quiet evening in the kitchen.', CALL);
    return { detail: `${vector.length} dimensions` };
  });
  return finding;
}

function lookAt(subject: string) {
  return async <Value extends { readonly detail: string }>(
    check: string,
    ask: () => Promise<Value>,
  ): Promise<{ readonly finding: Finding; readonly value?: Value }> => {
    try {
      const value = await ask();
      return { finding: { subject, check, result: 'ok', detail: value.detail }, value };
    } catch (error) {
      return { finding: { subject, check, result: 'failed', ...diagnose(error) } };
    }
  };
}

function rateLimitedCalls(clients: ModelClients): number {
  return clients.endpoints().reduce((sum, { rateLimited }) => sum + rateLimited, 0);
}

function limitsFinding(subject: string, clients: ModelClients, { provider, baseUrl = '' }: LanguageModel): Finding {
  const finding = { subject, check: 'rate limits' } as const;
  if (provider === 'offline') return { ...finding, result: 'ok', detail: 'none' };
  const own = clients.endpoints().filter(({ endpoint }) => endpoint === provider || endpoint === `${provider} at ${baseUrl}`);
  const limits: RateLimits | undefined = own.find(({ limits: known }) => known !== undefined)?.limits;
  const parts = [
    ...(limits?.requestsPerMinute === undefined ? [] : [`${limits.requestsPerMinute} requests/min`]),
    ...(limits?.tokensPerMinute === undefined ? [] : [`${limits.tokensPerMinute} tokens/min`]),
  ];
  return parts.length > 0
    ? { ...finding, result: 'ok', detail: `${parts.join(', ')}, as its headers say` }
    : { ...finding, result: 'note', detail: 'its headers say nothing; connections are found by trying' };
}

function priceFinding(subject: string, clients: ModelClients, model: LanguageModel): Finding {
  const usage = { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0, reasoningTokens: 0 };
  const input = clients.costOf(model, { ...usage, inputTokens: 1000 });
  const output = clients.costOf(model, { ...usage, outputTokens: 1000 });
  const finding = { subject, check: 'price' } as const;
  if (input === null || output === null) {
    return {
      ...finding,
      result: 'note',
      detail: 'unknown, so --max-cost is refused',
      remedy: 'write it under prices in entente.config.yaml',
    };
  }
  if (input === 0 && output === 0) return { ...finding, result: 'ok', detail: 'free' };
  return {
    ...finding,
    result: 'ok',
    detail: `$${(input * 1000).toFixed(2)} in, $${(output * 1000).toFixed(2)} out per million tokens`,
  };
}
