import type { Power } from '@entente/diplomacy-rules';
import { SECTIONS } from './game-messages.js';
import { type PromptSet, type Task, TASKS, taskWords } from './prompt-set.js';

/** `json` asks for the shape that is read; `words` for plain words, of which a second model makes that shape. */
export type ReplyForm = 'json' | 'words';

/** How a prompt ends that asks for plain words. */
export const PLAIN_WORDS = 'Answer in plain words, without JSON; be explicit about everything asked for, names included.';

/** The end of every prompt of a power: title, what is asked in the words of the set, and how to answer, with an example where the set has one. */
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

/** The line by which a prompt says what it asks for. */
export const taskTitle = (title: string): string => `${SECTIONS.task}: ${title}`;

/** How to answer: in a shape, or in plain words. */
export const answerIn = (form: ReplyForm, shape: string): string => (form === 'words' ? PLAIN_WORDS : `Answer as JSON: ${shape}`);
