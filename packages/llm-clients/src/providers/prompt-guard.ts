import { PromptCutError, RequestRejectedError } from '../errors/provider-errors.js';
import { type GenerateResult, type Message, messageText } from '../language-model.js';
import { estimateTokens } from '../tokens/estimate-tokens.js';
import type { LearnedLimits } from './learned-limits.js';
import type { RequestPlan } from './request-plan.js';
import type { Teller } from './teller.js';

/** Keeps prompts from being cut without a word. */
export interface PromptGuard {
  /** @throws RequestRejectedError where the prompt is longer than the context that the user has set */
  beforeSending(plan: RequestPlan): void;
  /**
   * Compares the tokens that the server counted with those that were sent.
   * @throws PromptCutError where far fewer were read, unless that is allowed; then it is on the result
   */
  afterReply(result: GenerateResult, plan: RequestPlan): GenerateResult;
}

export interface PromptGuardOptions {
  readonly provider: string;
  readonly modelId: string;
  /** `provider:model`, for messages. */
  readonly model: string;
  readonly limits: LearnedLimits;
  readonly tell: Teller;
  readonly contextTokens?: number | undefined;
  readonly allowCutPrompts?: boolean | undefined;
}

export function createPromptGuard(options: PromptGuardOptions): PromptGuard {
  const { provider, modelId, model, limits, tell, contextTokens, allowCutPrompts = false } = options;
  const { reading } = limits;
  return {
    beforeSending({ messages, maxOutputTokens = 0 }) {
      if (contextTokens === undefined) return;
      const estimated = estimateTokens(messages);
      if (estimated <= contextTokens) return;
      throw new RequestRejectedError(
        `A prompt of about ${count(estimated)} tokens does not fit into the ${count(contextTokens)} of ${model} (contextTokens in the ` +
          `config file)${maxOutputTokens > 0 ? `, let alone a reply of ${count(maxOutputTokens)}` : ''}: it was not sent. Give the ` +
          `model a larger context and raise contextTokens, or make prompts shorter`,
        { provider, modelId },
      );
    },
    afterReply(result, { messages }) {
      const { inputTokens, cacheReadTokens, estimated: isEstimate } = result.usage;
      if (isEstimate) return result;
      const sent = estimateTokens(messages);
      const isCut = reading.note({
        sent,
        counted: inputTokens,
        start: startOf(messages),
        countsCached: cacheReadTokens > 0,
      });
      if (!isCut) return result;
      if (!allowCutPrompts) throw cutError(result, sent, inputTokens, { provider, modelId, model });
      tell.cutPrompt(inputTokens, sent);
      return { ...result, changedParameters: { ...result.changedParameters, prompt: inputTokens } };
    },
  };
}

function cutError(
  { attempts }: GenerateResult,
  sent: number,
  counted: number,
  { provider, modelId, model }: Pick<PromptGuardOptions, 'provider' | 'modelId' | 'model'>,
): PromptCutError {
  const error = new PromptCutError(
    `${model} has read only ${count(counted)} of about ${count(sent)} tokens of the prompt: the server cuts what is longer than its ` +
      `context. ${largerContextAdvice(provider, contextFor(sent))}, or set allowCutPrompts: true for the model in the config file ` +
      `(also where the server only counts wrongly)`,
    { provider, modelId, counted, estimated: sent },
  );
  error.attempts = attempts;
  return error;
}

/** How the context of a provider's server is made larger. */
export function largerContextAdvice(provider: string, tokens: number): string {
  switch (provider) {
    case 'ollama':
      return `Start it with OLLAMA_CONTEXT_LENGTH=${String(tokens)}, or make a model with "PARAMETER num_ctx ${String(tokens)}" (its OpenAI interface takes no num_ctx)`;
    case 'llamacpp':
      return `Start llama-server with -c ${String(tokens)} for each of its slots (-np)`;
    case 'lmstudio':
      return `Load the model in LM Studio with a context length of ${String(tokens)}`;
    case 'vllm':
      return `Start vLLM with --max-model-len ${String(tokens)}`;
    default:
      return `Give the model a context of ${String(tokens)} tokens where it is served`;
  }
}

/** A usual size with room for a prompt that grows, and for the reply. */
export function contextFor(promptTokens: number): number {
  let tokens = 4_096;
  while (tokens < promptTokens * 1.5) tokens *= 2;
  return tokens;
}

function startOf(messages: readonly Message[]): string {
  const [first] = messages;
  return first ? messageText(first).slice(0, 400) : '';
}

function count(tokens: number): string {
  return tokens.toLocaleString('en-US');
}
