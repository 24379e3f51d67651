import {
  type Attempt,
  type EmbedResult,
  estimateTextTokens,
  estimateTokens,
  type GenerateRequest,
  type GenerateResult,
  soundUsage,
} from '@entente/llm-clients';

/**
 * A result as the journal can keep it and read it again, whoever made the model: times are numbers from 0, counts of tokens are counts, and
 * those that are none are estimated from the texts and marked.
 */
export function soundResult(result: GenerateResult, request: GenerateRequest): GenerateResult {
  const usage = soundUsage(result.usage, {
    inputTokens: () => estimateTokens(request.messages),
    outputTokens: () => estimateTextTokens(result.text),
  });
  return isSound(result) && usage === result.usage
    ? result
    : { ...result, ...soundTimes(result), usage, attempts: result.attempts.map((each) => ({ ...each, ...soundTimes(each) })) };
}

/** `soundResult` for vectors. */
export function soundEmbedding(result: EmbedResult, texts: readonly string[]): EmbedResult {
  const usage = soundUsage(result.usage, {
    inputTokens: () => texts.reduce((sum, text) => sum + estimateTextTokens(text), 0),
    outputTokens: () => 0,
  });
  return isSound(result) && usage === result.usage
    ? result
    : { ...result, ...soundTimes(result), usage, attempts: result.attempts.map((each) => ({ ...each, ...soundTimes(each) })) };
}

type Times = Pick<Attempt, 'latencyMs' | 'ownDelayMs'>;

function isSound({ attempts, ...times }: Times & { readonly attempts: readonly Attempt[] }): boolean {
  return [times, ...attempts].every(
    ({ latencyMs, ownDelayMs }) => isTime(latencyMs) && (ownDelayMs === undefined || isTime(ownDelayMs)),
  );
}

function soundTimes({ latencyMs, ownDelayMs }: Times): Times {
  return {
    latencyMs: isTime(latencyMs) ? latencyMs : 0,
    ...(ownDelayMs !== undefined && { ownDelayMs: isTime(ownDelayMs) ? ownDelayMs : 0 }),
  };
}

function isTime(ms: number): boolean {
  return Number.isFinite(ms) && ms >= 0;
}
