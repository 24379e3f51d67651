import {
  type Attempt,
  ATTEMPT_OUTCOMES,
  type EmbedResult,
  estimateTextTokens,
  estimateTokens,
  FINISH_REASONS,
  type GenerateRequest,
  type GenerateResult,
  soundUsage,
} from '@entente/llm-clients';
import { attemptSchema, resultSchema } from '../journal/entry.js';

/**
 * Brings the result of any model into a form that the journal can keep, so that no paid answer is lost because of its other
 * fields. Times become numbers from 0. Token counts that are no counts are estimated from the texts and marked. Other fields that
 * no journal can hold are left out, and the message of the last attempt names them.
 */
export function soundResult(result: GenerateResult, request: GenerateRequest): GenerateResult {
  const usage = soundUsage(result.usage, {
    inputTokens: () => estimateTokens(request.messages),
    outputTokens: () => estimateTextTokens(String((result.text as string | null | undefined) ?? '')),
  });
  if (usage === result.usage && isSound(result) && resultSchema.safeParse(result).success) return result;
  const leftOut: string[] = [];
  const settled: Record<string, unknown> = { ...result, ...soundTimes(result), usage, attempts: soundAttempts(result.attempts) };
  for (const { path } of resultSchema.safeParse(settled).error?.issues ?? []) {
    const field = String(path[0]);
    if (!leftOut.includes(field)) leftOut.push(field);
    if (field in REQUIRED) settled[field] = REQUIRED[field as keyof typeof REQUIRED](settled[field]);
    else delete settled[field];
  }
  return withNote(settled as unknown as GenerateResult, leftOut);
}

/** Does the same for vectors. */
export function soundEmbedding(result: EmbedResult, texts: readonly string[]): EmbedResult {
  const usage = soundUsage(result.usage, {
    inputTokens: () => texts.reduce((sum, text) => sum + estimateTextTokens(text), 0),
    outputTokens: () => 0,
  });
  return isSound(result) && usage === result.usage
    ? result
    : { ...result, ...soundTimes(result), usage, attempts: soundAttempts(result.attempts) };
}

/** Brings attempts into a form that the journal can keep, and leaves out fields that it cannot. */
export function soundAttempts(attempts: unknown): readonly Attempt[] {
  if (!Array.isArray(attempts)) return [];
  return attempts.map((each: unknown): Attempt => {
    if (attemptSchema.safeParse(each).success && isSound({ ...(each as Attempt), attempts: [] })) return each as Attempt;
    const given = (typeof each === 'object' && each !== null ? each : {}) as Partial<Attempt>;
    const { outcome, latencyMs, ownDelayMs, ...more } = given;
    const settled: Record<string, unknown> = {
      ...more,
      outcome: ATTEMPT_OUTCOMES.find((known) => known === outcome) ?? 'answered',
      ...soundTimes({ latencyMs: latencyMs!, ownDelayMs }),
    };
    for (const { path } of attemptSchema.safeParse(settled).error?.issues ?? []) delete settled[String(path[0])];
    return settled as unknown as Attempt;
  });
}

/** Replacements for fields that every result has. */
const REQUIRED = {
  text: asText,
  finishReason: (given: unknown) => FINISH_REASONS.find((known) => known === given) ?? 'other',
  droppedParameters: (given: unknown) => (Array.isArray(given) ? given.filter((each) => typeof each === 'string') : []),
} as const;

function withNote(result: GenerateResult, leftOut: readonly string[]): GenerateResult {
  const last = result.attempts.at(-1);
  if (leftOut.length === 0 || !last) return result;
  const note = `not as the model gave it: ${leftOut.join(', ')}`;
  const message = last.message === undefined ? note : `${last.message}; ${note}`;
  return { ...result, attempts: [...result.attempts.slice(0, -1), { ...last, message }] };
}

type Times = Pick<Attempt, 'latencyMs' | 'ownDelayMs'>;

function isSound({ attempts, ...times }: Times & { readonly attempts: readonly Attempt[] }): boolean {
  return (
    Array.isArray(attempts) &&
    [times, ...(attempts as readonly (Attempt | null | undefined)[])].every(
      (each) => each && isTime(each.latencyMs) && (each.ownDelayMs === undefined || isTime(each.ownDelayMs)),
    )
  );
}

function soundTimes({ latencyMs, ownDelayMs }: Times): Times {
  return {
    latencyMs: isTime(latencyMs) ? latencyMs : 0,
    ownDelayMs: ownDelayMs === undefined || isTime(ownDelayMs) ? ownDelayMs : 0,
  };
}

function isTime(ms: number): boolean {
  return Number.isFinite(ms) && ms >= 0;
}

/** Returns a text as it is, and other values as JSON if that can be written. */
function asText(given: unknown): string {
  if (typeof given === 'string') return given;
  try {
    return given === undefined || given === null ? '' : JSON.stringify(given);
  } catch {
    return '';
  }
}
