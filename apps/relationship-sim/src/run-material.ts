import type { SceneMaterial } from '@entente/relationship';
import { shippedLibrary } from '@entente/relationship/node';

/**
 * The scenarios and arcs that ship, and a study's own; of two with the same id, the study's.
 * @param pool ids, turning points and categories of the scenarios that may be played @default all
 */
export function materialWith(own: SceneMaterial | undefined, pool?: readonly string[]): SceneMaterial {
  const shipped: SceneMaterial = shippedLibrary();
  const { scenarios, arcs } = shipped;
  const all = own ? { scenarios: joined(scenarios, own.scenarios), arcs: joined(arcs, own.arcs) } : shipped; // the same for all runs: its digest is kept
  if (pool === undefined) return all;
  const isIn = ({ id, turningPoint, category }: SceneMaterial['scenarios'][number]): boolean =>
    [id, turningPoint, category].some((name) => pool.includes(name));
  return { ...all, scenarios: all.scenarios.filter(isIn) };
}

function joined<Item extends { readonly id: string }>(shipped: readonly Item[], own: readonly Item[]): readonly Item[] {
  const ids = new Set(own.map(({ id }) => id));
  return [...shipped.filter(({ id }) => !ids.has(id)), ...own];
}
