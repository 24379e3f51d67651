import { NO_USAGE, type Usage } from '../language-model.js';
import { withoutUndefined } from '../without-undefined.js';

/** Usage of a call as a provider reports it, field by field: a count, something absurd, or nothing. */
export interface ReportedUsage {
  /** All of the input, cached tokens included. */
  readonly input?: unknown;
  /** All of the output, reasoning included. */
  readonly output?: unknown;
  /** Input and output together. */
  readonly total?: unknown;
  readonly cacheRead?: unknown;
  readonly cacheWrite?: unknown;
  readonly reasoning?: unknown;
}

/** The texts of a call, counted only where they are needed. */
export interface UsageEstimate {
  readonly inputTokens: () => number;
  readonly outputTokens: () => number;
}

/** Upper bound of believable counts: a greater count is a mistake. */
const MOST_TOKENS = 1_000_000_000;

/** Reads a number of tokens from a reply; undefined if it is not one (negative, broken, beyond all measure, no number). */
export function tokenCountOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_TOKENS ? value : undefined;
}

/**
 * The usage of a call: as reported, where that can be right. A count that is missing, absurd, or 0 for a text that is there follows from
 * the total or is estimated, and the usage is marked then; so a server that reports nothing never looks free of charge.
 */
export function settleUsage(reported: ReportedUsage, estimate: UsageEstimate): Usage {
  const total = tokenCountOf(reported.total) || undefined;
  const reportedInput = believable(reported.input, estimate.inputTokens);
  const reportedOutput = believable(reported.output, estimate.outputTokens);
  const rest = (part: number | undefined): number | undefined =>
    total !== undefined && part !== undefined && part <= total ? total - part : undefined;
  const knownInput = reportedInput ?? rest(reportedOutput);
  const inputTokens = knownInput ?? Math.min(estimate.inputTokens(), total ?? Infinity);
  const knownOutput = reportedOutput ?? rest(reportedInput);
  const outputTokens = knownOutput ?? rest(inputTokens) ?? estimate.outputTokens();
  const cacheReadTokens = Math.min(inputTokens, tokenCountOf(reported.cacheRead) ?? 0);
  const isGuessed = (known: number | undefined, tokens: number): boolean => known === undefined && tokens > 0;
  return withoutUndefined({
    inputTokens,
    outputTokens,
    cacheReadTokens,
    cacheWriteTokens: Math.min(inputTokens - cacheReadTokens, tokenCountOf(reported.cacheWrite) ?? 0),
    reasoningTokens: Math.min(outputTokens, tokenCountOf(reported.reasoning) ?? 0),
    estimated: isGuessed(knownInput, inputTokens) || isGuessed(knownOutput, outputTokens) ? true : undefined,
  });
}

/** Returns a reported count; undefined if it is missing, absurd, or 0 for a text that is not empty. */
function believable(value: unknown, estimate: () => number): number | undefined {
  const count = tokenCountOf(value);
  return count === 0 && estimate() > 0 ? undefined : count;
}

/**
 * Repairs a usage from outside, such as a user's own model: unchanged if all counts are valid; otherwise the broken ones are
 * estimated or, if they are details, left out.
 */
export function soundUsage(usage: Usage | undefined, estimate: UsageEstimate): Usage {
  const given: Partial<Usage> = usage ?? {};
  const isSound = Object.keys(NO_USAGE).every((key) => tokenCountOf(given[key as keyof Usage]) !== undefined);
  if (isSound) return usage!;
  const settled = settleUsage(
    {
      input: given.inputTokens,
      output: given.outputTokens,
      cacheRead: given.cacheReadTokens,
      cacheWrite: given.cacheWriteTokens,
      reasoning: given.reasoningTokens,
    },
    estimate,
  );
  return given.estimated ? { ...settled, estimated: true } : settled;
}
