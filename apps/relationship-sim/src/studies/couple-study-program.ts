import type { StudyProgram } from '@entente/studies';
import { studySettings } from '@entente/studies/settings';
import { COUPLE_SETTINGS } from '../couple-runs/couple-settings.js';

/** Study files that `relationship-sim batch` plays. */
export const coupleStudyProgram: StudyProgram = {
  name: 'relationship',
  settings: studySettings(COUPLE_SETTINGS),
  seats: [],
  measures: ['finalCommitment', 'finalGap', 'meanCommitment', 'missingShare'],
};
