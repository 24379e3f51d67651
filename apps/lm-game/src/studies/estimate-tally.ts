import type { Usage } from '@entente/llm-clients';
import type { ModelSpec } from '@entente/run-console/session';
import type { EstimatedPrompt } from './prompt-sizes.js';

export type PricedModel = Pick<ModelSpec, 'provider' | 'modelId'>;

export interface TallyOptions {
  /** Dollars of some usage, `null` where the price is unknown; such as `session.clients.costOf`. */
  readonly costOf: (model: PricedModel, usage: Usage) => number | null;
}

/** What all calls of one prompt take. */
export interface PromptEstimate {
  readonly prompt: EstimatedPrompt;
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** Expected calls, so `calls` need not be whole; tokens are of one of them. */
type ExpectedCalls = Omit<PromptEstimate, 'prompt'>;

/** What a game takes, as far as it is a matter of adding up. */
export interface EstimateTotals extends ExpectedCalls {
  readonly costUsd: number | null;
  readonly byPrompt: readonly PromptEstimate[];
}

/** Adds up calls that will probably be made, by prompt; the sums are whole numbers. */
export function createEstimateTally({ costOf }: TallyOptions): {
  readonly add: (prompt: EstimatedPrompt, model: PricedModel, expected: ExpectedCalls) => void;
  readonly result: () => EstimateTotals;
} {
  const byPrompt = new Map<EstimatedPrompt, { calls: number; inputTokens: number; outputTokens: number }>();
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
