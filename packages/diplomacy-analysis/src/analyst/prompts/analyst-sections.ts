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

/** Titles under which the analyst's prompts end (`YOUR TASK: LIST THE PROMISES`), by name of the prompt. */
export const ANALYST_TITLES = {
  'extract-promises': 'LIST THE PROMISES',
  'judge-phase': 'JUDGE THE PHASE',
  'tell-the-game': 'TELL THE GAME',
} as const;

/** Name of a prompt that the analyst is asked. */
export type AnalystPromptName = keyof typeof ANALYST_TITLES;

/** Title line of a prompt. */
export const analystTitle = (name: AnalystPromptName): string => `${ANALYST_SECTIONS.task} ${ANALYST_TITLES[name]}`;
