import { UsageError } from '@entente/run-console';
import { nearestName } from '@entente/llm-clients';
import type { Couple } from '../couples/couple.js';
import { COUPLES } from '../couples/couples.js';

/** The couples of `all` or of a list of names. @throws UsageError naming the nearest one */
export function chooseCouples(names: readonly string[]): readonly Couple[] {
  if (names.includes('all')) return COUPLES;
  return [...new Set(names)].map(chooseCouple);
}

/** @throws UsageError */
export function chooseCouple(name: string): Couple {
  const couple = COUPLES.find(({ id }) => id === name);
  if (couple) return couple;
  const ids = COUPLES.map(({ id }) => id);
  const near = nearestName(name, ids);
  throw new UsageError(
    `There is no couple "${name}"${near === undefined ? '' : ` (did you mean ${near}?)`}; there are ${ids.join(', ')}.`,
  );
}
