import type { OfflineRequest } from '@entente/llm-clients';
import { ANALYST_SECTIONS } from '../analyst/prompts/analyst-sections.js';

const TITLES: readonly string[] = Object.values(ANALYST_SECTIONS);

/** Returns the lines of a section of an analyst's prompt; none where it is missing. */
export function linesOf({ messages }: OfflineRequest, title: string): readonly string[] {
  const lines = messages.flatMap(({ role, text }) => (role === 'user' ? text.split('\n') : []));
  const start = lines.findIndex((line) => line === title || line.startsWith(`${title} `));
  if (start < 0) return [];
  const after = lines.slice(start + 1);
  const end = after.findIndex((line) => TITLES.some((other) => line === other || line.startsWith(`${other} `)));
  return (end < 0 ? after : after.slice(0, end)).filter((line) => line.trim() !== '');
}
