import type { RunHeader } from '@entente/simulation-core/journal';
import { compareNaturally } from '@entente/studies';
import { UsageError } from '../cli/console-error.js';
import { isOfVersion, studyOfRun, parseWantedStudy } from './study-of-run.js';

type Labelled = { readonly header: Pick<RunHeader, 'labels'> };

export interface RunsOfStudy<Run> {
  readonly runs: readonly Run[];
  /** Runs of the study in other versions of its file, left out because one is named. */
  readonly otherVersions: readonly Run[];
}

/**
 * Those runs that a study made, in the version of its file that is named, if one is; all where no study is.
 * @param text as `--study` takes it: `press-or-not`, `press-or-not@3fa9c2d1`
 * @throws UsageError where there is none of it, naming those that there are
 */
export function runsOfStudy<Run extends Labelled>(runs: readonly Run[], text: string | undefined): RunsOfStudy<Run> {
  if (text === undefined) return { runs, otherVersions: [] };
  const { name, version } = parseWantedStudy(text);
  const ofStudy = runs.filter(({ header }) => studyOfRun(header)?.name === name);
  if (ofStudy.length === 0) {
    const known = sorted(runs.map(({ header }) => studyOfRun(header)?.name));
    throw new UsageError(
      `No run here is of the study "${name}"; ${known.length === 0 ? 'none is of a study at all' : `there are ${known.join(', ')}`}.`,
    );
  }
  if (version === null) return { runs: ofStudy, otherVersions: [] };
  const versions = sorted(ofStudy.map(({ header }) => studyOfRun(header)?.version));
  const [wanted, second] = versions.filter((each) => each.startsWith(version));
  if (wanted === undefined)
    throw new UsageError(
      `No run here is of ${name}@${version}; ${versions.length === 0 ? 'its runs were made before versions were on record' : `there are ${versions.map((each) => `${name}@${each}`).join(', ')}`}.`,
    );
  if (second !== undefined) throw new UsageError(`Several versions of ${name} begin with ${version}; write more digits.`);
  const [example] = ofStudy.flatMap(({ header }) => studyOfRun(header) ?? []).filter((study) => study.version === wanted);
  const isWanted = ({ header }: Run): boolean => isOfVersion(studyOfRun(header)!, example!);
  return { runs: ofStudy.filter(isWanted), otherVersions: ofStudy.filter((run) => !isWanted(run)) };
}

function sorted(names: readonly (string | null | undefined)[]): readonly string[] {
  return [...new Set(names.flatMap((name) => name ?? []))].sort(compareNaturally);
}
