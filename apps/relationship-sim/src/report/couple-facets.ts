import { formatModelSpec } from '@entente/llm-clients/contract';
import type { Facets } from '@entente/run-console/session';
import { AS_LISTED } from '@entente/relationship';
import { canonicalJson, digest } from '@entente/simulation-core';
import { readRunSpec } from '../couple-runs/run-spec.js';
import type { ReportedCouple } from './couple-rows.js';

/** Describes everything but the seed that may distinguish runs of couples. */
export function coupleFacets({ header }: Pick<ReportedCouple, 'header'>): Facets {
  const { couple, roles, models, settings, sampling = {}, pool, prompts, scenarios, material } = readRunSpec(header);
  const { actor, secondActor, director, judge, embedding } = models;
  const facets: Facets = {
    couple: couple.id,
    ...partsOf('couple', couple.facts),
    ...PLACES.reduce<Facets>((before, place, index) => {
      const { id, ...persona } = couple.partners[index]!;
      const known = { 'picture of the other': couple.knows[index], secrets: couple.secrets[index] };
      return { ...before, [`${place} persona`]: id, ...partsOf(`${place} persona`, { ...persona, ...known }) };
    }, {}),
    roles: roles.A === AS_LISTED.A ? 'as listed' : 'swapped',
    'model of the first partner': formatModelSpec(actor),
    'model of the second partner': formatModelSpec(secondActor),
    director: formatModelSpec(director),
    judge: formatModelSpec(judge),
    embeddings: embedding === null ? 'none' : formatModelSpec(embedding),
    ...partsOf('settings', settings),
    ...partsOf('sampling', sampling),
    'scenarios allowed': pool === undefined ? 'all' : pool.join(', '),
    prompts: prompts.slice(0, 8),
    scenarios: scenarios.slice(0, 8),
    'material of its own': material === undefined ? 'none' : digest(canonicalJson(material)).slice(0, 8),
  };
  return header.forkedFrom === undefined ? facets : { ...facets, fork: header.labels['edit'] ?? 'none' };
}

const PLACES = ['first', 'second'] as const;

/** Each property as a facet of its own: `couple.stage`. */
function partsOf(whole: string, properties: object): Facets {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [`${whole}.${name}`, inShort(value)]));
}

/** Longest value that is shown whole. */
const SHORT = 40;

/** A value as it is, or its beginning and digits by which two long values are told apart. */
function inShort(value: unknown): string {
  const text = typeof value === 'string' ? value : canonicalJson(value);
  return text.length <= SHORT ? text : `${text.slice(0, SHORT - 12).trimEnd()}… ${digest(text).slice(0, 8)}`;
}

/** Settings that runs without a study must share to be compared: all but the couple and the models that play it. */
export function coupleSettings({ header }: Pick<ReportedCouple, 'header'>): string {
  const { models, settings, sampling = {}, pool = null, prompts, scenarios } = readRunSpec(header);
  const { director, judge, embedding } = models;
  // The model that plays the couple usually directs and judges as well; then these are no settings of their own.
  const ownOf = (model: typeof director): unknown =>
    canonicalJson(model) === canonicalJson(models.actor) ? 'as the first partner' : model;
  return canonicalJson([ownOf(director), ownOf(judge), embedding, settings, sampling, pool, prompts, scenarios]);
}
