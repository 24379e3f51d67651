import {
  type Clock,
  type GenerateResult,
  generateStructured,
  generateText,
  getTextEmbedding,
  type LanguageModel,
  type Message,
  type ModelClients,
  type ModelSettings,
  ProviderError,
  type RateLimits,
  type Sampling,
} from '@entente/llm-clients';
import { countOf, formatDuration } from '@entente/studies/tables';
import { z } from 'zod';
import { examineConfiguration } from './examine-configuration.js';
import { type ContextExamination, examineContext } from './examine-context.js';
import { type Finding, diagnose } from './finding.js';

export interface Examination extends Pick<ContextExamination, 'longPrompts'> {
  /** As findings name it; without a key. */
  readonly subject: string;
  readonly id: string;
  /** As runs get it, with the sampling and the options of the config file. */
  readonly model: () => LanguageModel;
  readonly clients: ModelClients;
  readonly clock: Clock;
  /** Of the config file, for this model; and the names of all entries there. */
  readonly settings: ModelSettings | undefined;
  readonly entries: readonly string[];
  /** Whether the same id makes a model without any variable of the environment. */
  readonly needsKey: boolean;
  readonly keyInId: boolean;
  /** The variables that may hold its key. */
  readonly keyVariables: readonly string[];
  /** Returns the notes of the clients since the last call of this function, a line each. */
  readonly takeNotes: () => readonly string[];
}

const CALL = { timeoutMs: 60_000, deadlineMs: 120_000 } as const;
const EVERYTHING: Sampling = { temperature: 0.5, topP: 0.9, seed: 7, maxOutputTokens: 2000 };
const QUESTION = 'Answer with the one word "ready".';
const INSTRUCTED: readonly Message[] = [
  { role: 'system', parts: [{ kind: 'stable', text: 'You answer briefly.' }] },
  { role: 'user', parts: [{ kind: 'tail', text: QUESTION }] },
];
const AT_ONCE = 8;

/**
 * Tries a language model as runs would ask it: its key, a plain call with the user's own configuration, a structured one, all settings
 * there are, eight at once; its context, and what is known of it.
 */
export async function examineModel(examination: Examination): Promise<readonly Finding[]> {
  const { subject, clients, clock, settings } = examination;
  const look = lookAt(subject);
  let model: LanguageModel;
  try {
    model = examination.model();
  } catch (error) {
    const { detail } = diagnose(error);
    return [{ subject, check: 'key', result: 'failed', detail, remedy: 'see the message' }];
  }

  const plain = await look('plain call', async () => {
    const result = await generateText(model, INSTRUCTED, CALL);
    return { detail: formatDuration(result.latencyMs), result };
  });
  const key = keyFinding(examination, plain.error);
  // Without one answer there will be no other, and each would wait for its time-outs.
  if (plain.finding.result === 'failed') return [key, plain.finding];
  const said = examination.takeNotes();

  const structured = await look('structured call', async () => {
    const question = 'Which day comes after Monday? Give the day and how many letters its English name has.';
    const { latencyMs, structuredRung, reasks } = await generateStructured(
      model,
      question,
      z.object({ day: z.string(), letters: z.number() }),
      CALL,
    );
    const again = reasks > 0 ? `, asked again ${reasks === 1 ? 'once' : countOf(reasks, 'time')}` : '';
    return { detail: `${formatDuration(latencyMs)}, ${RUNG_WORDS[structuredRung ?? 'prompt']}${again}` };
  });
  const lowered = examination.takeNotes().filter((note) => note.includes('cannot be asked for'));

  const all = await look('parameters', async () => {
    const { droppedParameters, changedParameters } = await generateText(model, QUESTION, { ...CALL, sampling: EVERYTHING });
    return { detail: '', dropped: droppedParameters, changed: changedParameters ?? {} };
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
  const result = plain.value?.result;
  return [
    key,
    plain.finding,
    structured.finding.result === 'ok' && lowered.length > 0
      ? { ...structured.finding, result: 'note', detail: [structured.finding.detail, ...lowered].join('; ') }
      : structured.finding,
    ...(result ? [instructionsFinding(examination, model, result)] : []),
    ...(result ? examineConfiguration({ subject, settings, entries: examination.entries, result, notes: said }) : []),
    ...(model.provider === 'offline' ? [] : [await examineContext({ ...examination, model })]),
    together.finding,
    all.value ? parametersFinding(subject, all.value) : all.finding,
    limitsFinding(subject, clients, model),
    priceFinding(subject, clients, model),
  ];
}

const RUNG_WORDS = {
  'json-schema': 'as json-schema (the server is sent the schema)',
  'json-object': 'as json-object (JSON mode, the schema in words)',
  prompt: 'as prompt (the schema in words alone)',
} as const;

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
  ): Promise<{ readonly finding: Finding; readonly value?: Value; readonly error?: unknown }> => {
    try {
      const value = await ask();
      return { finding: { subject, check, result: 'ok', detail: value.detail }, value };
    } catch (error) {
      return { finding: { subject, check, result: 'failed', ...diagnose(error) }, error };
    }
  };
}

/** Reports the source of the key, as far as the first call confirms it. */
function keyFinding({ subject, keyInId, needsKey, keyVariables }: Examination, error: unknown): Finding {
  const finding = { subject, check: 'key' } as const;
  const isRefused = ProviderError.isInstance(error) && error.kind === 'authentication';
  const found = keyInId ? 'written in the model id' : needsKey ? 'found' : undefined;
  if (!isRefused) return { ...finding, result: 'ok', detail: found ?? 'none needed' };
  if (found !== undefined) return { ...finding, result: 'failed', detail: `${found}, and refused` };
  const variable = keyVariables[0];
  return {
    ...finding,
    result: 'failed',
    detail: 'none given, and the server wants one',
    remedy: `${variable === undefined ? '' : `set ${variable}, or `}write it after a # at the end of the model id`,
  };
}

function instructionsFinding(
  { subject, settings }: Examination,
  model: LanguageModel,
  { changedParameters }: GenerateResult,
): Finding {
  const changed = changedParameters?.systemRole;
  const role = changed ?? settings?.systemRole ?? 'system';
  const where =
    model.provider === 'anthropic' && role === 'system'
      ? 'in the field system'
      : role === 'user'
        ? "at the head of the user's turn"
        : `in the role ${String(role)}`;
  const why = changed === undefined ? '' : `, since the model takes no role ${settings?.systemRole ?? 'system'}`;
  return { subject, check: 'instructions', result: changed === undefined ? 'ok' : 'note', detail: `${where}${why}` };
}

function parametersFinding(
  subject: string,
  { dropped, changed }: { readonly dropped: readonly string[]; readonly changed: Readonly<Record<string, number | string>> },
): Finding {
  const altered = Object.entries(changed).flatMap(([name, value]) =>
    name === 'systemRole' || name === 'prompt' ? [] : [`sends ${name} as ${String(value)}`],
  );
  const parts = [...(dropped.length > 0 ? [`leaves out ${dropped.join(', ')}`] : []), ...altered];
  return {
    subject,
    check: 'parameters',
    result: parts.length > 0 ? 'note' : 'ok',
    detail: parts.length > 0 ? parts.join('; ') : 'takes all',
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
