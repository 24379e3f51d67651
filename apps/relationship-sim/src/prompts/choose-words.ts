import type { Session } from '@entente/run-console/session';
import { countOwnWords, type OwnWords } from './own-words.js';
import { readOwnWords } from './read-own-words.js';

const WORDS_OF_SESSION = new WeakMap<Session['models'], Map<string, OwnWords | undefined>>();

/**
 * Returns the words of a folder that replace those that ship, or undefined if there are none. A command reads each folder once, so that all
 * its runs have the same words, and reports once what it finds.
 * @throws UsageError, ConsoleError
 */
export function chooseWords(session: Pick<Session, 'models' | 'cwd' | 'note'>, folder: string | undefined): OwnWords | undefined {
  if (folder === undefined) return undefined;
  const known = WORDS_OF_SESSION.get(session.models) ?? new Map<string, OwnWords | undefined>();
  WORDS_OF_SESSION.set(session.models, known);
  if (known.has(folder)) return known.get(folder);
  const { words, notes } = readOwnWords(session.cwd, folder);
  for (const note of notes) session.note(note);
  const chosen = ownWords(words);
  if (chosen === undefined) session.note(`${folder} holds our own words and no others, so it changes nothing.`);
  known.set(folder, chosen);
  return chosen;
}

/** The same words, or undefined if there are none. */
export function ownWords(words: OwnWords): OwnWords | undefined {
  return countOwnWords(words) === 0 ? undefined : words;
}
