import {
  contextFor,
  generateText,
  type LanguageModel,
  largerContextAdvice,
  type ModelClients,
  type ModelSettings,
  PromptCutError,
  PROVIDER_PRESETS,
  ProviderError,
  ReplyError,
} from '@entente/llm-clients';
import type { RunWords } from '../journals/run-words.js';
import type { Finding } from './finding.js';

export interface ContextExamination {
  readonly subject: string;
  readonly id: string;
  readonly model: LanguageModel;
  readonly clients: ModelClients;
  readonly settings: ModelSettings | undefined;
  /** The longest prompts that runs send. */
  readonly longPrompts: RunWords['longPrompts'];
}

const CALL = { timeoutMs: 120_000, deadlineMs: 120_000 } as const;

/**
 * Finds how many tokens a model's server reads: from the server itself, or, where calls cost nothing, by sending a long prompt. A paid
 * service refuses prompts that are too long, so it is not tried.
 */
export async function examineContext(examination: ContextExamination): Promise<Finding> {
  const { subject, id, model, clients, settings, longPrompts } = examination;
  const check = 'context';
  const set = settings?.contextTokens;
  const headers = settings?.providerOptions?.headers;
  const told = await clients.contextSize(id, headers);
  const advice = (tokens: number): string => largerContextAdvice(model.provider, tokens);
  if (told) {
    const size = `${count(told.tokens)} tokens, as ${told.source} says`;
    if (set !== undefined && set > told.tokens)
      return {
        subject,
        check,
        result: 'failed',
        detail: `${size}, and contextTokens in the config file says ${count(set)}`,
        remedy: `set contextTokens to ${String(told.tokens)}; or: ${lower(advice(contextFor(set / 1.5)))}`,
      };
    if (told.tokens < longPrompts.tokens) return tooSmall(examination, size, advice);
    return { subject, check, result: 'ok', detail: size };
  }
  if (!isFree(model)) {
    const own = set === undefined ? 'contextTokens in the config file can set it' : `contextTokens sets it to ${count(set)}`;
    return { subject, check, result: 'note', detail: `not told; ${own}. A service like this refuses what is too long` };
  }
  return measure(examination, advice);
}

type Advice = (tokens: number) => string;

async function measure(examination: ContextExamination, advice: Advice): Promise<Finding> {
  const { subject, model, longPrompts } = examination;
  const check = 'context';
  try {
    const { usage, changedParameters } = await generateText(model, longPrompt(longPrompts.tokens), {
      ...CALL,
      reask: 0,
      sampling: { maxOutputTokens: 16 },
    });
    const read = changedParameters?.prompt;
    if (typeof read === 'number')
      return tooSmall(examination, `about ${count(read)} tokens, as measured: longer prompts are cut`, advice);
    if (usage.estimated)
      return {
        subject,
        check,
        result: 'note',
        detail: 'not told, and the server counts no tokens: prompts that it cuts cannot be noticed',
      };
    return { subject, check, result: 'ok', detail: `not told; a prompt of ${count(usage.inputTokens)} tokens is read whole` };
  } catch (error) {
    if (error instanceof PromptCutError)
      return {
        ...tooSmall(
          examination,
          `about ${count(error.counted)} tokens, as measured: longer prompts are cut without a word`,
          advice,
        ),
        result: 'failed',
      };
    // A cut or empty answer shows just as well that the prompt was read.
    if (ReplyError.isInstance(error))
      return {
        subject,
        check,
        result: 'ok',
        detail: `not told; a prompt of ${count(error.result.usage.inputTokens)} tokens is read whole`,
      };
    if (!ProviderError.isInstance(error)) throw error;
    if (error.kind === 'rejected')
      return tooSmall(
        examination,
        `a prompt of about ${count(longPrompts.tokens)} tokens is refused (${error.providerMessage ?? error.message})`,
        advice,
      );
    return { subject, check, result: 'note', detail: `not told, and not measured: ${error.message}` };
  }
}

function tooSmall({ subject, longPrompts }: ContextExamination, detail: string, advice: Advice): Finding {
  return {
    subject,
    check: 'context',
    result: 'note',
    detail: `${detail}; ${longPrompts.subject} have about ${count(longPrompts.tokens)}`,
    remedy: advice(contextFor(longPrompts.tokens)),
  };
}

function isFree({ provider }: LanguageModel): boolean {
  return provider in PROVIDER_PRESETS && !PROVIDER_PRESETS[provider as keyof typeof PROVIDER_PRESETS].needsKey;
}

/** Returns a prompt of about this many tokens, which no server has in its cache from another program. */
function longPrompt(tokens: number): string {
  const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
  const lines = Array.from(
    { length: Math.ceil(tokens / 10) },
    (_, index) => `On ${days[index % 7] ?? ''} the harbour was quiet and the sky clear.`,
  );
  return ['A trial of how long a prompt may be.', ...lines, 'Answer with the one word "ready".'].join('\n');
}

function count(tokens: number): string {
  return Math.round(tokens).toLocaleString('en-US');
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
