import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { MaterialFault } from '@entente/relationship/material';
import { type CheckedStudy, checkStudy, type StudyProgram } from '@entente/studies';
import { studySettings } from '@entente/studies/settings';
import { studyTable } from './study-settings.js';
import { shippedSource, type StudySource } from './study-source.js';

/** Study files that `relationship-sim batch` plays, with the names that the study's material has. */
export function studyProgramOf(source: StudySource): StudyProgram {
  return {
    name: 'relationship',
    settings: studySettings(studyTable(source)),
    seats: [],
    measures: ['finalCommitment', 'finalGap', 'meanCommitment', 'missingShare'],
  };
}

/** Study files that have no material of their own. */
export const coupleStudyProgram: StudyProgram = studyProgramOf(shippedSource());

/** Everything that is wrong in the files of a study, the material first, and the study where nothing is. */
export function checkStudyFiles(
  source: StudySource,
): Omit<CheckedStudy, 'faults'> & { readonly faults: readonly MaterialFault[] } {
  const { file, folder } = source;
  const { faults, ...checked } = checkStudy(readFileSync(join(folder, basename(file)), 'utf8'), studyProgramOf(source));
  return { ...checked, faults: [...source.faults, ...faults.map((fault) => ({ file, ...fault }))] };
}
