import type { SceneMaterial } from '@entente/relationship';
import { shippedLibrary } from '@entente/relationship/node';
import { canonicalJson, digest } from '@entente/simulation-core';
import { rememberLast } from './remember-last.js';

/**
 * The scenarios and arcs that ship, and a study's own; of two with the same id, the study's.
 * @param pool ids, turning points and categories of the scenarios that may be played @default all
 */
export function materialWith(own: SceneMaterial | undefined, pool?: readonly string[]): SceneMaterial {
  const { scenarios, arcs } = shippedLibrary();
  const all = own ? { scenarios: joined(scenarios, own.scenarios), arcs: joined(arcs, own.arcs) } : { scenarios, arcs };
  if (pool === undefined) return all;
  const isIn = ({ id, turningPoint, category }: SceneMaterial['scenarios'][number]): boolean =>
    [id, turningPoint, category].some((name) => pool.includes(name));
  return { ...all, scenarios: all.scenarios.filter(isIn) };
}

/** A digest of all scenarios and arcs that a run can draw from. */
export const materialDigest = rememberLast((own?: SceneMaterial, pool?: readonly string[]): string => {
  const { scenarios, arcs } = materialWith(own, pool);
  return digest(canonicalJson([scenarios, arcs]));
});

function joined<Item extends { readonly id: string }>(shipped: readonly Item[], own: readonly Item[]): readonly Item[] {
  const ids = new Set(own.map(({ id }) => id));
  return [...shipped.filter(({ id }) => !ids.has(id)), ...own];
}
