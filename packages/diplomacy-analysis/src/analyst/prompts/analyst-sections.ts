import type { OfflineRequest } from '@entente/llm-clients';
/** First lines of the sections of an analyst's prompt, each alone on its line; that of the press names the phase, that of the task what is asked. */
export const ANALYST_SECTIONS = {
  board: 'THE BOARD BEFORE THE ORDERS',
  press: 'ALL PRESS OF',
  orders: 'ORDERS AND WHAT CAME OF THEM',
  afterwards: 'RETREATS, BUILDS AND REMOVALS AFTERWARDS',
  diaries: 'WHAT POWERS WROTE INTO THEIR PRIVATE DIARIES',
  promises: 'PROMISES THAT FELL DUE',
  players: 'WHO PLAYED',
  centers: 'SUPPLY CENTRES AT THE END OF EACH YEAR',
  moments: 'WHAT IT IS REMEMBERED FOR',
  trust: 'HOW PROMISES FARED',
  task: 'YOUR TASK:',
} as const;

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
