import type * as GenaiPrices from '@pydantic/genai-prices';
import { createRequire } from 'node:module';
import type { PriceSettings } from '../config/client-config.js';
import type { Usage } from '../language-model.js';
import { withoutUndefined } from '../without-undefined.js';

const MILLION = 1_000_000;
/** Answers of the user's own machine, of a script or of a person cost nothing, unless the user sets a price. */
const UNPAID: ReadonlySet<string> = new Set(['offline', 'scripted', 'human', 'ollama', 'vllm', 'lmstudio', 'llamacpp']);

/** Our provider names where the price list has others. */
const LISTED_AS: Readonly<Record<string, string>> = { 'openai-responses': 'openai', gemini: 'google', xai: 'x-ai' };

export interface PricedModel {
  readonly provider: string;
  readonly modelId: string;
}

export interface PriceBook {
  /** Dollars for this usage, or null where the price is unknown. */
  costOf(model: PricedModel, usage: Usage): number | null;
}

/**
 * Prices from the user's own entries (by `provider:model`, or by model alone), then from the bundled list of
 * `@pydantic/genai-prices`. A model in neither has no price, which is not the same as costing nothing.
 */
export function createPriceBook(own: Readonly<Record<string, PriceSettings>> = {}, now?: () => number): PriceBook {
  return {
    costOf({ provider, modelId }, usage) {
      const entry = own[`${provider}:${modelId}`] ?? own[modelId];
      if (entry) return ownCost(entry, usage);
      if (UNPAID.has(provider)) return 0;
      return listedCost(LISTED_AS[provider] ?? provider, modelId, usage, now);
    },
  };
}

function ownCost(price: PriceSettings, usage: Usage): number {
  const { input, output = 0, cacheRead = input, cacheWrite = input } = price;
  const uncached = usage.inputTokens - usage.cacheReadTokens - usage.cacheWriteTokens;
  const dollars =
    uncached * input + usage.cacheReadTokens * cacheRead + usage.cacheWriteTokens * cacheWrite + usage.outputTokens * output;
  return dollars / MILLION;
}

type PriceList = typeof GenaiPrices;
let list: PriceList | undefined;

function listedCost(providerId: string, modelId: string, usage: Usage, now: (() => number) | undefined): number | null {
  // Half a megabyte that takes 100 ms to load: only once somebody asks what something cost.
  list ??= createRequire(import.meta.url)('@pydantic/genai-prices') as PriceList;
  const result = list.calcPrice(
    withoutUndefined({
      input_tokens: usage.inputTokens,
      output_tokens: usage.outputTokens,
      cache_read_tokens: usage.cacheReadTokens > 0 ? usage.cacheReadTokens : undefined,
      cache_write_tokens: usage.cacheWriteTokens > 0 ? usage.cacheWriteTokens : undefined,
    }),
    modelId,
    withoutUndefined({ providerId, timestamp: now && new Date(now()) }),
  );
  return result?.total_price ?? null;
}
