import type { OfflineRequest } from '@entente/llm-clients';

const TASK_LINE = /^YOUR TASK: (.+)$/gm;

/**
 * Whether a request asks for the task with this title. The last title counts: whatever was written by others stands before it, and what
 * stands after it is an answer or a complaint about one.
 */
export function asksFor({ messages }: OfflineRequest, title: string): boolean {
  const asked = messages.filter(({ role }) => role !== 'assistant').map(({ text }) => text);
  return [...asked.join('\n').matchAll(TASK_LINE)].at(-1)?.[1] === title;
}
