import { canonicalJson, digest, type Json } from '@entente/simulation-core';
import type { Study, StudyProgram, StudyRun } from '@entente/studies';
import { STUDY_LABELS } from '../selection/study-of-run.js';

/** Version of a study file, from the hash of everything that decides its runs. */
export interface StudyVersion {
  /** Eight digits of the hash over all conditions. */
  readonly version: string;
  /** The same of each condition by itself, by name. */
  readonly conditions: Readonly<Record<string, string>>;
}

/**
 * Computes the version of a study: a hash of everything that decides its runs. Settings, models, seats, prompts and conditions change it; seeds,
 * replicates, budget, measures, comparisons and comments do not.
 * @param runs of the study's first seed, in which every condition is met
 * @param specs what each of these is, by its id
 */
export function studyVersion(
  study: Pick<Study, 'conditions' | 'pairedSeeds'>,
  runs: readonly Pick<StudyRun, 'id' | 'condition'>[],
  specs: ReadonlyMap<string, Json>,
): StudyVersion {
  const conditions = Object.fromEntries(
    study.conditions.map(({ name, seats }) => {
      const own = runs.filter(({ condition }) => condition === name).map(({ id }) => canonicalJson(specs.get(id) ?? null));
      return [name, shortHash([seats?.rotate ?? null, study.pairedSeeds, [...new Set(own)].sort()])];
    }),
  );
  return { version: shortHash(conditions), conditions };
}

/** The labels by which a run tells its version. */
export function versionLabels({ version, conditions }: StudyVersion): Readonly<Record<string, string>> {
  return { [STUDY_LABELS.version]: version, [STUDY_LABELS.conditions]: canonicalJson(conditions) };
}

/** The label by which a run tells the measures that its study's file asks for; none where the file leaves that to the program. */
export function measuresLabel(
  { measures }: Pick<Study, 'measures'>,
  program: Pick<StudyProgram, 'measures'>,
): Readonly<Record<string, string>> {
  const isAll = program.measures.every((name) => measures.includes(name));
  return isAll ? {} : { [STUDY_LABELS.measures]: JSON.stringify(measures) };
}

const shortHash = (value: unknown): string => digest(canonicalJson(value)).slice(0, 8);
