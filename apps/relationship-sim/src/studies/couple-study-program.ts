import type { StudyProgram } from '@entente/studies';
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
