import { type ClientConfig, createPriceBook } from '@entente/llm-clients';
import type { EntryOf } from '@entente/simulation-core';

/** Returns dollars for one call's tokens; `null` for models without a price. */
export type CostOf = (
  model: { readonly provider: string; readonly modelId: string },
  usage: EntryOf<'embeddings-recorded'>['usage'],
) => number | null;

/**
 * Prices for the calls of one run: the user's own first, then the bundled list as of the day the run began, so that its files and reports
 * show the same cost on any later day. Use it wherever the cost of a recorded run is shown.
 * @param config the user's settings; without them only listed prices are known
 */
export function pricesOfRun(config: Pick<ClientConfig, 'prices'> | undefined, { at }: { readonly at: number }): CostOf {
  const prices = createPriceBook(config?.prices, () => at);
  return (model, usage) => prices.costOf(model, usage);
}
