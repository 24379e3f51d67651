import { StudyFileError } from '../study-error.js';
import { checkStudy } from './check-study.js';
import type { Study, StudyProgram } from './study.js';

/**
 * Reads the text of a study file (YAML, so JSON too) and checks every name and value in it against the program that is to be run.
 * @throws StudyFileError about the first fault, of one line with the line, the problem and a suggestion
 */
export function parseStudy(text: string, program: StudyProgram): Study {
  const { study, faults } = checkStudy(text, program);
  if (study) return study;
  const { line, message } = faults[0]!;
  throw new StudyFileError(message, { line });
}
