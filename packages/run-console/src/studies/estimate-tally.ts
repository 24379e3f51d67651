import type { ModelSpec } from '@entente/llm-clients/contract';
import type { CostOf } from '../session/run-prices.js';

export type PricedModel = Pick<ModelSpec, 'provider' | 'modelId'>;

export interface TallyOptions {
  /** Dollars of some usage, `null` where the price is unknown; such as `session.clients.costOf`. */
  readonly costOf: CostOf;
}

/** Expected usage of all calls of one prompt. */
export interface PromptEstimate<Prompt extends string = string> {
  readonly prompt: Prompt;
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** Expected calls, so `calls` need not be whole; tokens are of one of them. */
type ExpectedCalls = Omit<PromptEstimate, 'prompt'>;

/** Expected usage of a run: the sums over its prompts. */
export interface EstimateTotals<Prompt extends string = string> extends ExpectedCalls {
  readonly costUsd: number | null;
  readonly byPrompt: readonly PromptEstimate<Prompt>[];
}

/** Adds up calls that will probably be made, by prompt; the sums are whole numbers. */
export function createEstimateTally<Prompt extends string>({
  costOf,
}: TallyOptions): {
  readonly add: (prompt: Prompt, model: PricedModel, expected: ExpectedCalls) => void;
  readonly result: () => EstimateTotals<Prompt>;
} {
  const byPrompt = new Map<Prompt, { calls: number; inputTokens: number; outputTokens: number }>();
  let costUsd: number | null = 0;
  return {
    add(prompt, model, { calls, inputTokens, outputTokens }) {
      const sum = byPrompt.get(prompt) ?? { calls: 0, inputTokens: 0, outputTokens: 0 };
      sum.calls += calls;
      sum.inputTokens += calls * inputTokens;
      sum.outputTokens += calls * outputTokens;
      byPrompt.set(prompt, sum);
      const cost = costOf(model, { inputTokens, outputTokens, cacheReadTokens: 0, cacheWriteTokens: 0, reasoningTokens: 0 });
      costUsd = costUsd === null || cost === null ? null : costUsd + calls * cost;
    },
    result() {
      const estimates = [...byPrompt].map(([prompt, { calls, inputTokens, outputTokens }]) => ({
        prompt,
        calls: Math.round(calls),
        inputTokens: Math.round(inputTokens),
        outputTokens: Math.round(outputTokens),
      }));
      const total = (of: (estimate: PromptEstimate) => number): number =>
        estimates.reduce((sum, estimate) => sum + of(estimate), 0);
      return {
        calls: total(({ calls }) => calls),
        inputTokens: total(({ inputTokens }) => inputTokens),
        outputTokens: total(({ outputTokens }) => outputTokens),
        costUsd,
        byPrompt: estimates,
      };
    },
  };
}
