import { type ClientConfig, createPriceBook } from '@entente/llm-clients';
import type { CostOf } from '../journals/summarize-runs.js';

/**
 * What calls of a run cost: the user's own prices first, then the bundled list as of the day on which the run was begun, so that its files and
 * reports say the same on any other day. Everything that tells the cost of a run on record asks this.
 * @param config the user's settings; without them only listed prices are known
 * @returns dollars; `null` for models without a price
 */
export function pricesOfRun(config: Pick<ClientConfig, 'prices'> | undefined, { at }: { readonly at: number }): CostOf {
  const prices = createPriceBook(config?.prices, () => at);
  return (model, usage) => prices.costOf(model, usage);
}
