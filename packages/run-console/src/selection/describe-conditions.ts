import { compareNaturally } from '@entente/studies';
import { countOf } from '@entente/studies/tables';
import type { SelectableRun, Selection } from './select-runs.js';
import { studyOfRun } from './study-of-run.js';

/**
 * A sentence where means are over several conditions of a study at once: `Means are over 2 conditions together: free (9 runs), bound (8 runs);
 * --compare sets two against each other.` `null` where there is one, or none.
 */
export function describeConditions({ runs }: Pick<Selection<SelectableRun>, 'runs'>, noun = 'run'): string | null {
  const counts = new Map<string, number>();
  for (const { header } of runs) {
    const condition = studyOfRun(header)?.condition ?? null;
    if (condition !== null) counts.set(condition, (counts.get(condition) ?? 0) + 1);
  }
  if (counts.size < 2) return null;
  const listed = [...counts.keys()]
    .toSorted(compareNaturally)
    .map((condition) => `${condition} (${countOf(counts.get(condition) ?? 0, noun)})`);
  return `Means are over ${counts.size} conditions together: ${listed.join(', ')}; --compare sets two against each other.`;
}
