import { readPromptWords } from '@entente/llm-clients';
import { ConsoleError, UsageError } from '@entente/run-console';
import { readTextFolder } from '@entente/run-console/session';
import { type OwnWords, WORD_SIDES } from './own-words.js';

/** A folder of prompts as it was read. */
interface ReadFolder {
  /** Words that differ from those that ship; to be used only if there are no faults. */
  readonly words: OwnWords;
  /** Number of words that stand there as they ship. */
  readonly asShipped: number;
  /** One line each, with file and line. */
  readonly faults: readonly string[];
  /** Unused entries, and matter that a prompt loses, one sentence each. */
  readonly notes: readonly string[];
}

/** Number of faults that the message of an error tells. */
const TOLD = 3;

/** Reads a folder of prompts. @throws UsageError if there is no such folder, or nothing in it */
export function readPromptFolder(cwd: string, folder: string): ReadFolder {
  const files = readTextFolder(cwd, folder);
  if (Object.keys(files).length === 0)
    throw new UsageError(`${folder} holds no prompt; relationship-sim prompts export ${folder} writes ours.`);
  const { words, asShipped, faults, notes } = readPromptWords(files, WORD_SIDES);
  return {
    words,
    asShipped,
    faults: faults.map(({ file, line, message }) => `${folder}/${file}${line === undefined ? '' : `:${line}`}: ${message}`),
    notes: notes.map((note) => `${folder}: ${note}`),
  };
}

/** Reads a folder of prompts that is to be played with. @throws UsageError, or ConsoleError with the first faults and their number */
export function readOwnWords(cwd: string, folder: string): Omit<ReadFolder, 'faults'> {
  const { faults, ...read } = readPromptFolder(cwd, folder);
  if (faults.length === 0) return read;
  const more = faults.length > TOLD ? `; and ${faults.length - TOLD} more, which prompts check ${folder} lists` : '';
  throw new ConsoleError(`${faults.slice(0, TOLD).join('; ')}${more}.`);
}
