import type { OfflineRequest } from '@entente/llm-clients';
import { taskTitle } from '../prompts/task-section.js';

const START = `\n${taskTitle('')}`;

/**
 * Whether a request asks for the task with this title. The last title counts: whatever was written by others stands before it, and what
 * stands after it is an answer or a complaint about one.
 */
export function asksFor({ messages }: OfflineRequest, title: string): boolean {
  const asked = messages.findLast(({ role, text }) => role !== 'assistant' && lastTitleIn(text) !== undefined);
  return asked !== undefined && lastTitleIn(asked.text) === title;
}

/** Read from the end: prompts are long, and every responder asks. */
function lastTitleIn(text: string): string | undefined {
  const at = `\n${text}`.lastIndexOf(START);
  return at < 0 ? undefined : text.slice(at + START.length - 1).split('\n', 1)[0];
}
