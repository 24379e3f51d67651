import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseStudy, type Study, StudyFileError, type StudyProgram } from '@entente/studies';
import { ConsoleError, UsageError } from '../cli/console-error.js';

/**
 * Reads a study file.
 * @param file as the user wrote it, below `cwd`
 * @throws UsageError where it cannot be read; ConsoleError of one line with the file, the line in it and what was probably meant
 */
export async function readStudy(
  file: string,
  { cwd, program }: { readonly cwd: string; readonly program: StudyProgram },
): Promise<Study> {
  const text = await readFile(resolve(cwd, file), 'utf8').catch((cause: unknown) => {
    throw new UsageError(`There is no study file ${file} that can be read.`, { cause });
  });
  try {
    return parseStudy(text, program);
  } catch (cause) {
    if (!StudyFileError.isInstance(cause)) throw cause;
    throw new ConsoleError(`${file}, ${cause.message}`, { cause });
  }
}
