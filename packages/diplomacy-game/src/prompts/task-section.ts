import type { Power } from '@entente/diplomacy-rules';
import { SECTIONS } from './game-messages.js';
import { type PromptSet, type Task, TASKS, taskWords } from './prompt-set.js';

/** Form of a reply: `json` has the shape that is read; `words` are plain words, which a second model brings into that shape. */
export type ReplyForm = 'json' | 'words';

/** End of a prompt that asks for plain words. */
export const PLAIN_WORDS = 'Answer in plain words, without JSON; be explicit about everything asked for, names included.';

/**
 * End of every prompt of a power: title, task in the words of the set, instructions for the answer, and the set's example if there is one.
 */
export function taskSection(
  task: Task,
  { prompts, power, answer }: { readonly prompts: PromptSet; readonly power: Power; readonly answer: string },
): string {
  const isOwn = prompts.tasksByPower[power]?.[task] !== undefined;
  const example = answer === PLAIN_WORDS || isOwn ? undefined : prompts.examples?.[task];
  return [
    taskTitle(TASKS[task]),
    taskWords(prompts, power, task),
    ...(answer === '' ? [] : [answer]),
    ...(example === undefined ? [] : [`Example, from another game: ${example}`]),
  ].join('\n');
}

/** Title line of a task. */
export const taskTitle = (title: string): string => `${SECTIONS.task}: ${title}`;

/** Instructions for an answer: in a shape, or in plain words. */
export const answerIn = (form: ReplyForm, shape: string): string => (form === 'words' ? PLAIN_WORDS : `Answer as JSON: ${shape}`);
