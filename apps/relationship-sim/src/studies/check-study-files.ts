import { checkStudy, type CheckedStudy } from '@entente/studies';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { MaterialFault } from '@entente/relationship/material';
import { studyProgramOf } from './couple-study-program.js';
import type { StudySource } from './study-source.js';

/** Everything that is wrong in the files of a study, the material first, and the study where nothing is. */
export function checkStudyFiles(
  source: StudySource,
): Omit<CheckedStudy, 'faults'> & { readonly faults: readonly MaterialFault[] } {
  const { file, folder } = source;
  const { faults, ...checked } = checkStudy(readFileSync(join(folder, basename(file)), 'utf8'), studyProgramOf(source));
  return { ...checked, faults: [...source.faults, ...faults.map((fault) => ({ file, ...fault }))] };
}
