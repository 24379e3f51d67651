import { formatModelSpec } from '@entente/llm-clients/contract';
import type { Facets } from '@entente/run-console/session';
import { canonicalJson } from '@entente/simulation-core';
import { readRunSpec } from '../couple-runs/run-spec.js';
import type { ReportedCouple } from './couple-rows.js';

/** Describes everything but the seed that may distinguish runs of couples. */
export function coupleFacets({ header }: Pick<ReportedCouple, 'header'>): Facets {
  const { couple, models, settings, pool, prompts, scenarios } = readRunSpec(header);
  const { actor, secondActor, director, judge, embedding } = models;
  const facets: Facets = {
    couple: couple.id,
    'first persona': couple.partners[0].id,
    'second persona': couple.partners[1].id,
    'model of the first partner': formatModelSpec(actor),
    'model of the second partner': formatModelSpec(secondActor),
    director: formatModelSpec(director),
    judge: formatModelSpec(judge),
    embeddings: embedding === null ? 'none' : formatModelSpec(embedding),
    ...Object.fromEntries(
      Object.entries(settings).map(([name, value]) => [
        `settings.${name}`,
        typeof value === 'object' ? canonicalJson(value) : String(value),
      ]),
    ),
    'scenarios allowed': pool === undefined ? 'all' : pool.join(', '),
    prompts: prompts.slice(0, 8),
    scenarios: scenarios.slice(0, 8),
  };
  return header.forkedFrom === undefined ? facets : { ...facets, fork: header.labels['edit'] ?? 'none' };
}

/** Settings that runs without a study must share to be compared: all but the couple and the models that play it. */
export function coupleSettings({ header }: Pick<ReportedCouple, 'header'>): string {
  const { models, settings, prompts, scenarios } = readRunSpec(header);
  const { director, judge, embedding } = models;
  // The model that plays the couple usually directs and judges as well; then these are no settings of their own.
  const ownOf = (model: typeof director): unknown =>
    canonicalJson(model) === canonicalJson(models.actor) ? 'as the first partner' : model;
  return canonicalJson([ownOf(director), ownOf(judge), embedding, settings, prompts, scenarios]);
}
