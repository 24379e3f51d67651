import { UsageError } from './usage-error.js';

/** The one file of a verb that takes no more. */
export function onlyFile(files: readonly string[]): string {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw new UsageError(`one file is needed, not ${files.length}.`);
  return file;
}
