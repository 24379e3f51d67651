import type { SceneMaterial } from '@entente/relationship';
import { shippedLibrary } from '@entente/relationship/node';

/** The scenarios and arcs that ship, and a study's own; of two with the same id, the study's. */
export function materialWith(own: SceneMaterial | undefined): SceneMaterial {
  const { scenarios, arcs } = shippedLibrary();
  return own ? { scenarios: joined(scenarios, own.scenarios), arcs: joined(arcs, own.arcs) } : { scenarios, arcs };
}

function joined<Item extends { readonly id: string }>(shipped: readonly Item[], own: readonly Item[]): readonly Item[] {
  const ids = new Set(own.map(({ id }) => id));
  return [...shipped.filter(({ id }) => !ids.has(id)), ...own];
}
