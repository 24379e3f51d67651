import { UsageError } from '@entente/run-console';
import type { StudyRun } from '@entente/studies';
import { chooseCouples } from '../couple-runs/choose-couples.js';
import { COUPLE_SETTINGS } from '../couple-runs/couple-settings.js';

/**
 * Splits the runs of a study by couple: a run that names several couples becomes one run for each, labelled with the couple.
 * @throws UsageError if the study names no couples
 */
export function runsByCouple(runs: readonly StudyRun[]): readonly StudyRun[] {
  return runs.flatMap((run): readonly StudyRun[] => {
    const names = COUPLE_SETTINGS.couples.schema.optional().parse(run.settings['couples']);
    if (names === undefined)
      throw new UsageError(`The study does not say who lives through "${run.condition}"; add couples: all under settings:.`);
    const couples = chooseCouples(names);
    return couples.map(({ id }) => ({
      ...run,
      id: couples.length === 1 ? run.id : `${run.id}/${id}`,
      settings: { ...run.settings, couples: id },
      // A factor of the user's that is called couple stays what it is.
      labels: { couple: id, ...run.labels },
    }));
  });
}
