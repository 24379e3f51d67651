import { type ReadPromptWords, readPromptWords } from '@entente/llm-clients';
import { ConsoleError, UsageError } from '@entente/run-console';
import { readTextFolder } from '@entente/run-console/session';
import { type OwnWords, WORD_SIDES } from './own-words.js';

/** Words of a folder that differ from those that ship, and what is to be said about the folder. */
export interface ReadFolder extends Pick<ReadPromptWords<typeof WORD_SIDES>, 'asShipped' | 'notes'> {
  readonly words: OwnWords;
}

/**
 * Reads a folder of prompts.
 * @throws UsageError if there is no such folder or it holds no prompt; ConsoleError with a line for each fault
 */
export function readOwnWords(cwd: string, folder: string): ReadFolder {
  const files = readTextFolder(cwd, folder);
  if (Object.keys(files).length === 0)
    throw new UsageError(`${folder} holds no prompt; relationship-sim prompts export ${folder} writes ours.`);
  const { words, asShipped, faults, notes } = readPromptWords(files, WORD_SIDES);
  if (faults.length > 0)
    throw new ConsoleError(
      faults.map(({ file, line, message }) => `${folder}/${file}${line === undefined ? '' : `:${line}`}: ${message}`).join('\n'),
    );
  return { words, asShipped, notes: notes.map((note) => `${folder}: ${note}`) };
}
