import type { StudyRun } from './expand-study.js';

/** Runs of a study that would be one and the same. */
export interface SameRuns {
  /** Runs by id that an earlier condition has too, with the id of that one. Other runs of the two conditions differ. */
  readonly shared: ReadonlyMap<string, string>;
  /** A condition that differs from an earlier one in no run, or that has the same run twice; undefined where there is none. */
  readonly fault: { readonly condition: string; readonly ids: readonly [string, string] } | undefined;
}

/**
 * Compares the runs of a study. Two conditions may agree in some of their runs, as where a role is drawn and where it is given; two that
 * agree in every run are a mistake.
 * @param identityOf everything that decides a run, as text; undefined for a run that is left out
 */
export function findSameRuns(
  runs: readonly Pick<StudyRun, 'id' | 'condition'>[],
  identityOf: (run: Pick<StudyRun, 'id' | 'condition'>) => string | undefined,
): SameRuns {
  const first = new Map<string, Pick<StudyRun, 'id' | 'condition'>>();
  const shared = new Map<string, string>();
  const agreeing = new Map<string, Pick<StudyRun, 'id' | 'condition'>[]>();
  const sizes = new Map<string, number>();
  for (const run of runs) {
    const identity = identityOf(run);
    if (identity === undefined) continue;
    sizes.set(run.condition, (sizes.get(run.condition) ?? 0) + 1);
    const earlier = first.get(identity);
    if (earlier === undefined) {
      first.set(identity, run);
      continue;
    }
    if (earlier.condition === run.condition) return { shared, fault: { condition: run.condition, ids: [earlier.id, run.id] } };
    shared.set(run.id, earlier.id);
    const pair = `${earlier.condition}\n${run.condition}`;
    agreeing.set(pair, [...(agreeing.get(pair) ?? []), run]);
  }
  for (const same of agreeing.values()) {
    const [run] = same;
    if (run && same.length === sizes.get(run.condition))
      return { shared, fault: { condition: run.condition, ids: [shared.get(run.id)!, run.id] } };
  }
  return { shared, fault: undefined };
}
