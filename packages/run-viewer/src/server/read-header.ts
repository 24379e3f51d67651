import type { RunHeader } from '@entente/simulation-core/journal';

/** Names and models in a header. */
interface ReadHeader {
  /** Names of a couple, the models of a game, or the game of an analysis. */
  readonly title: string;
  readonly models: readonly string[];
  /** Name of the run that an analysis is about; null for other runs. */
  readonly about: string | null;
}

/** Reads a header of any kind of run. */
export function readHeader({ spec, program }: Pick<RunHeader, 'spec' | 'program'>): ReadHeader {
  const models = [...new Set(modelsIn(spec))];
  const game = at(spec, 'game');
  const about = typeof game === 'string' ? game : null;
  return { title: about === null ? titleOf(spec, { program, models }) : `Analysis of ${about}`, models, about };
}

function titleOf(spec: unknown, { program, models }: { readonly program: string; readonly models: readonly string[] }): string {
  const partners = at(at(spec, 'couple'), 'partners');
  const names = Array.isArray(partners)
    ? partners.map((partner) => at(partner, 'name')).filter((name) => typeof name === 'string')
    : [];
  if (names.length > 0) return names.join(' & ');
  if (models.length === 0) return program;
  return program === 'diplomacy' ? `Game: ${models.join(', ')}` : models.join(', ');
}

/** Every model that stands anywhere in a spec, as `provider:model`. */
function modelsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const provider = at(value, 'provider');
  const modelId = at(value, 'modelId');
  if (typeof provider === 'string' && typeof modelId === 'string')
    return [provider === modelId ? modelId : `${provider}:${modelId}`];
  return Object.values(value).flatMap(modelsIn);
}

/** Value of a key; undefined where there is none. */
export function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
