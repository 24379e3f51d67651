import { nearestName } from '@entente/llm-clients';
import type { Couple } from '@entente/relationship';
import { shippedLibrary } from '@entente/relationship/node';
import { UsageError } from '@entente/run-console';

/** The couples of `all` or of a list of names. @throws UsageError naming the nearest one */
export function chooseCouples(names: readonly string[]): readonly Couple[] {
  if (names.includes('all')) return shippedLibrary().couples;
  return [...new Set(names)].map(chooseCouple);
}

/** @throws UsageError naming the nearest one */
export function chooseCouple(name: string): Couple {
  const { couples } = shippedLibrary();
  const couple = couples.find(({ id }) => id === name);
  if (couple) return couple;
  const ids = couples.map(({ id }) => id);
  const near = nearestName(name, ids);
  throw new UsageError(
    `There is no couple "${name}"${near === undefined ? '' : ` (did you mean ${near}?)`}; there are ${ids.join(', ')}.`,
  );
}
