import type { RunHeader } from '@entente/simulation-core/journal';
import { UsageError } from '../cli/console-error.js';

/** Labels of a run that name its study and the version of the study's file. */
export const STUDY_LABELS = {
  study: 'study',
  condition: 'condition',
  /** Eight digits of the hash of what decides the study's runs. */
  version: 'studyVersion',
  /** Every condition of that version with eight digits of what decides its runs, as JSON: `{"free":"1a2b3c4d"}`. */
  conditions: 'studyConditions',
  /** Names of the measures that the file asks for, as JSON; there only where it asks for some. */
  measures: 'studyMeasures',
} as const;

/** The study that made a run. */
export interface StudyOfRun {
  readonly name: string;
  /** `null` for runs made before versions were on record. */
  readonly version: string | null;
  readonly condition: string | null;
  /** The hash of each condition of that version, by name; empty for runs made before versions were on record. */
  readonly conditions: Readonly<Record<string, string>>;
  /** Names of the measures that the file asked for when the run was made; `null` for all that there are. */
  readonly measures: readonly string[] | null;
}

/** The study that a run's labels name; `null` for a run that no study made. Forks have the labels of their parent. */
export function studyOfRun({ labels }: Pick<RunHeader, 'labels'>): StudyOfRun | null {
  const name = labels[STUDY_LABELS.study];
  if (name === undefined) return null;
  return {
    name,
    version: labels[STUDY_LABELS.version] ?? null,
    condition: labels[STUDY_LABELS.condition] ?? null,
    conditions: readConditions(labels[STUDY_LABELS.conditions]),
    measures: readMeasures(labels[STUDY_LABELS.measures]),
  };
}

/** Whether a run is one that a version of its study asks for: made by it, or by an earlier one whose condition was the same. */
export function isOfVersion(run: StudyOfRun, version: StudyOfRun): boolean {
  if (run.name !== version.name) return false;
  if (run.version === version.version) return true;
  if (run.condition === null || !Object.hasOwn(version.conditions, run.condition)) return false;
  return run.conditions[run.condition] === version.conditions[run.condition];
}

function readConditions(text: string | undefined): Readonly<Record<string, string>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return {};
  }
}

function readMeasures(text: string | undefined): readonly string[] | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return Array.isArray(value) && value.every((name) => typeof name === 'string') ? value : null;
  } catch {
    return null;
  }
}

/** A study as it was asked for: by name, and by version where one was named. */
export interface WantedStudy {
  readonly name: string;
  /** The version, or the beginning of it; `null` for the version of the most recent run. */
  readonly version: string | null;
}

/** Reads `press-or-not` and `press-or-not@3fa9c2d1`. @throws UsageError for a version that cannot be one */
export function parseWantedStudy(text: string): WantedStudy {
  const at = text.indexOf('@');
  if (at < 0) return { name: text, version: null };
  const [name, version] = [text.slice(0, at), text.slice(at + 1)];
  if (!/^[0-9a-f]{1,8}$/.test(version))
    throw new UsageError(`--study ${text} names no version; write the digits that reports show, as in --study ${name}@3fa9c2d1.`);
  return { name, version };
}
