import { FACT_WORDS } from './words/fact-words.js';
import { JUDGE_WORDS } from './words/judge-words.js';
import { LINE_WORDS } from './words/line-words.js';
import { STATE_WORDS } from './words/state-words.js';
import { TASK_WORDS } from './words/task-words.js';

/**
 * Everything in natural language that the prompts of this package show, by name: rules, tasks, titles, lines of cards and transcripts, the
 * rubric of the judge. `{placeholders}` are filled from the scene. Only the shapes of replies are not in here.
 */
export const DIRECTOR_WORDS = { ...TASK_WORDS, ...JUDGE_WORDS, ...LINE_WORDS, ...FACT_WORDS, ...STATE_WORDS } as const;

/** Words of the prompts; a run may replace single ones. */
export type DirectorWords = { readonly [Name in keyof typeof DIRECTOR_WORDS]: string };

/** Returns the words with some replaced. */
export function directorWords(replaced: Partial<DirectorWords> = {}): DirectorWords {
  return { ...DIRECTOR_WORDS, ...replaced };
}
