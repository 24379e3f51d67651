import { GAME_SETTINGS } from '@entente/diplomacy-game/settings';
import { POWERS } from '@entente/diplomacy-rules';
import type { StudyProgram } from '@entente/studies';
import { studySettings } from '@entente/studies/settings';

/** Study files that `lm-game batch` plays. */
export const gameStudyProgram: StudyProgram = {
  name: 'diplomacy',
  settings: studySettings(GAME_SETTINGS),
  seats: POWERS,
  measures: ['score', 'centers', 'orderSuccess'],
};
