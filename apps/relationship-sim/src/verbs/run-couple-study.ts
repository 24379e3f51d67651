import { type OptionValues, UsageError, type VerbCall } from '@entente/run-console';
import { runStudy } from '@entente/run-console/session';
import { countOf } from '@entente/studies/tables';
import { checkStudyFiles } from '../studies/couple-study-program.js';
import { coupleStudyRunner } from '../studies/couple-study-runner.js';
import { openStudy } from '../studies/study-source.js';
import type { batchOptions } from './couple-options.js';

type StudyCall = VerbCall<OptionValues<typeof batchOptions>>;

/** Plays the couples of a study, named by its file or its folder, or estimates them; returns the exit code. */
export async function runCoupleStudy({ io, options }: Pick<StudyCall, 'io' | 'options'>, path: string): Promise<number> {
  const source = openStudy(io.cwd, path);
  const { faults } = checkStudyFiles(source);
  const [first, ...others] = faults;
  if (first) {
    const more =
      others.length === 0 ? '' : ` (and ${countOf(others.length, 'more fault')}: relationship-sim check ${path} tells all)`;
    throw new UsageError(`${first.file}, line ${first.line}: ${first.message}${more}`);
  }
  return runStudy(coupleStudyRunner(source), { io, options }, source.file);
}
