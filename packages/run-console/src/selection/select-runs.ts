import type { RunHeader } from '@entente/simulation-core/journal';
import { isOfVersion, type StudyOfRun, studyOfRun, type WantedStudy } from './study-of-run.js';

/** As much of a run as decides whether it counts. */
export interface SelectableRun {
  readonly runId: string;
  readonly header: RunHeader;
  readonly status: 'completed' | 'interrupted' | 'unfinished';
}

/** Why a run does not count; in the order in which they are told. */
export const LEFT_OUT_REASONS = ['forks', 'copies', 'otherVersions', 'otherStudies', 'otherSettings', 'unfinished'] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** Kinds of runs that `--include` adds to those that count. */
export const INCLUDABLE = ['forks'] as const;
export type Includable = (typeof INCLUDABLE)[number];

export interface SelectionRequest<Run> {
  /** @default the study, or the settings, of the most recent run */
  readonly study?: WantedStudy | undefined;
  /** @default nothing: forks do not count */
  readonly include?: readonly Includable[] | undefined;
  /** Whether runs of all versions of the file, and of all settings, count together. @default false */
  readonly acrossVersions?: boolean;
  /** Runs that were named one by one: each counts if it has ended, whatever else it is, but none twice. @default none */
  readonly isNamed?: ((run: Run) => boolean) | undefined;
  /** Settings that runs without a study must have in common to count together, as any text. */
  readonly settingsOf: (run: Run) => string;
}

/** The runs that count together, and those that do not. */
export interface Selection<Run> {
  readonly runs: readonly Run[];
  readonly study: SelectedStudy | null;
  readonly leftOut: ReadonlyMap<Run, LeftOutReason>;
  /** Copied folders of all these that were recognised as such before, and are not in `leftOut`. @default 0 */
  readonly copies?: number;
  /** Runs of other versions of the study's file that were left out before, since one was named, and are not in `leftOut`. @default 0 */
  readonly otherVersions?: number;
}

/** The study that made the runs of a selection. */
export interface SelectedStudy {
  readonly name: string;
  /** The version of its file; several where they count together. `null` stands for runs made before versions were on record. */
  readonly versions: readonly (string | null)[];
  /** Further versions on record with the number of their runs, the most recent first. */
  readonly others: readonly OtherVersion[];
}

/** A version of a study's file whose runs were left out. */
export interface OtherVersion {
  readonly version: string | null;
  readonly runs: number;
  /** Whether its most recent run was begun later than any that counts. */
  readonly isNewer: boolean;
}

/**
 * Chooses the runs that a mean, an interval, a leaderboard or a comparison is computed over: those of one study in one version of its file
 * (that of the most recent run), or, without a study, those with the settings of the most recent run. Forks, copies and
 * runs that have not ended do not count unless they are asked for; each of them is found in `leftOut`.
 */
export function selectRuns<Run extends SelectableRun>(all: readonly Run[], request: SelectionRequest<Run>): Selection<Run> {
  const { study: wanted, include = [], acrossVersions = false, isNamed = () => false, settingsOf } = request;
  const distinct = new Set(distinctRuns(all));
  const latest = chooseLatest([...distinct], wanted);
  const chosen = latest && studyOfRun(latest.header);
  const settings = latest && settingsOf(latest);
  const reasonAgainst = (run: Run): LeftOutReason | null => {
    if (!distinct.has(run)) return 'copies';
    if (isNamed(run)) return run.status === 'completed' ? null : 'unfinished';
    if (run.header.forkedFrom !== undefined && !include.includes('forks')) return 'forks';
    const study = studyOfRun(run.header);
    if (study?.name !== chosen?.name) return 'otherStudies';
    if (!acrossVersions && study && chosen && !isOfVersion(study, chosen)) return 'otherVersions';
    if (!acrossVersions && !study && settingsOf(run) !== settings) return 'otherSettings';
    // A fork with models or settings of its own has its parent's labels, and is not what they say.
    if (run.header.forkedFrom?.specSince !== undefined) return 'otherSettings';
    return run.status === 'completed' ? null : 'unfinished';
  };
  const reasons = all.map((run) => [run, reasonAgainst(run)] as const);
  const runs = reasons.flatMap(([run, reason]) => (reason === null ? [run] : []));
  return {
    runs,
    study: studyInCommon(runs, { all: [...distinct], chosen, acrossVersions }),
    leftOut: new Map(reasons.filter((entry): entry is readonly [Run, LeftOutReason] => entry[1] !== null)),
  };
}

/** The same selection, about some of its runs only. */
export function narrowed<Run>({ runs, study, leftOut }: Selection<Run>, isAbout: (run: Run) => boolean): Selection<Run> {
  return { runs: runs.filter(isAbout), study, leftOut: new Map([...leftOut].filter(([run]) => isAbout(run))) };
}

/** Adds to a selection the number of copied folders of its runs; the copies themselves were left out before. */
export function withCopies<Run extends SelectableRun>(
  selection: Selection<Run>,
  copies: readonly Pick<SelectableRun, 'header'>[],
): Selection<Run> {
  const about = new Set([...selection.runs, ...selection.leftOut.keys()].map(({ header }) => header.runId));
  return { ...selection, copies: copies.filter(({ header }) => about.has(header.runId)).length };
}

/** Adds to a selection the other versions of its study on record; their runs were left out before, because one version was named. */
export function withOtherVersions<Run extends SelectableRun>(
  selection: Selection<Run>,
  otherVersions: readonly Pick<SelectableRun, 'header'>[],
): Selection<Run> {
  const { study, runs } = selection;
  if (study === null) return selection;
  return {
    ...selection,
    study: { ...study, others: [...countVersions(otherVersions, runs), ...study.others] },
    otherVersions: otherVersions.filter(({ header }) => header.forkedFrom === undefined).length,
  };
}

/** How many runs were left out for each reason. */
export function countLeftOut({
  leftOut,
  copies = 0,
  otherVersions = 0,
}: Pick<Selection<unknown>, 'leftOut' | 'copies' | 'otherVersions'>): Readonly<Record<LeftOutReason, number>> {
  const reasons = [...leftOut.values()];
  const before: Partial<Record<LeftOutReason, number>> = { copies, otherVersions };
  const count = (reason: LeftOutReason): number => reasons.filter((each) => each === reason).length + (before[reason] ?? 0);
  return Object.fromEntries(LEFT_OUT_REASONS.map((reason) => [reason, count(reason)])) as Record<LeftOutReason, number>;
}

/** The run whose study, version or settings count: the most recent one of what was asked for. Forks come later than what they belong to. */
function chooseLatest<Run extends SelectableRun>(runs: readonly Run[], wanted: WantedStudy | undefined): Run | null {
  const isFork = ({ header }: Run): boolean => header.forkedFrom !== undefined;
  const latestFirst = runs.toSorted(
    (one, other) => Number(isFork(one)) - Number(isFork(other)) || other.header.at - one.header.at,
  );
  if (wanted === undefined) return latestFirst[0] ?? null;
  const ofStudy = latestFirst.filter(({ header }) => studyOfRun(header)?.name === wanted.name);
  const { version } = wanted;
  return ofStudy.find(({ header }) => version === null || studyOfRun(header)?.version?.startsWith(version) === true) ?? null;
}

interface Surroundings {
  readonly all: readonly SelectableRun[];
  readonly chosen: StudyOfRun | null;
  readonly acrossVersions: boolean;
}

function studyInCommon(runs: readonly SelectableRun[], { all, chosen, acrossVersions }: Surroundings): SelectedStudy | null {
  const studies = runs.map(({ header }) => studyOfRun(header));
  const name = runs.length === 0 ? chosen?.name : studies[0]?.name;
  if (name === undefined || studies.some((study) => study?.name !== name)) return null;
  const isOneVersion = !acrossVersions && chosen?.name === name && studies.every((study) => study && isOfVersion(study, chosen));
  const versions = isOneVersion ? [chosen.version] : [...new Set(studies.map((study) => study?.version ?? null))];
  const others = all.filter(({ header }) => {
    const study = studyOfRun(header);
    if (study?.name !== name || versions.includes(study.version)) return false;
    return !(isOneVersion && isOfVersion(study, chosen));
  });
  return { name, versions, others: countVersions(others, runs) };
}

/** The versions of these runs, most recent first; forks are not counted. */
function countVersions(
  others: readonly Pick<SelectableRun, 'header'>[],
  counting: readonly Pick<SelectableRun, 'header'>[],
): readonly OtherVersion[] {
  const latest = counting.reduce((at, { header }) => Math.max(at, header.at), -Infinity);
  const counts = new Map<string | null, OtherVersion>();
  for (const { header } of others.toSorted((one, other) => other.header.at - one.header.at)) {
    if (header.forkedFrom !== undefined) continue;
    const version = studyOfRun(header)?.version ?? null;
    const { runs = 0, isNewer = header.at > latest } = counts.get(version) ?? {};
    counts.set(version, { version, runs: runs + 1, isNewer });
  }
  return [...counts.values()];
}

/**
 * Every run once, in the order given. A copy of a run's folder, whatever it is called, has the run's name, identity and the instant at which
 * it was begun in its header; of several the one that got furthest is kept: one that has ended before others, then the one under its own
 * name. The same command given again in another folder makes a run that was begun at another time, and both stay.
 */
export function distinctRuns<Run extends SelectableRun>(runs: readonly Run[]): readonly Run[] {
  const best = new Map<string, Run>();
  for (const run of runs) {
    const { runId, identity, at } = run.header;
    const key = JSON.stringify([runId, identity, at]);
    const before = best.get(key);
    if (before === undefined || rank(run) > rank(before)) best.set(key, run);
  }
  const kept = new Set(best.values());
  return runs.filter((run) => kept.has(run));
}

function rank({ status, runId, header }: SelectableRun): number {
  return (status === 'completed' ? 2 : 0) + (runId === header.runId ? 1 : 0);
}
