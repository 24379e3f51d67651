import type { EntryOf, RunHeader } from '@entente/simulation-core/journal';

/** Returns dollars for tokens of a run; null for models without a price. */
export type CostOf = (
  model: { readonly provider: string; readonly modelId: string },
  usage: EntryOf<'embeddings-recorded'>['usage'],
  header: Pick<RunHeader, 'at'>,
) => number | null;
