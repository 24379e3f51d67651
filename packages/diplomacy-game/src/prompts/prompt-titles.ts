import { TASKS } from './prompt-set.js';

/**
 * Titles under which prompts end (`YOUR TASK: WRITE MESSAGES`), by name of the prompt. No two prompts share one, so a program that reads a
 * prompt knows what is asked for.
 */
export const PROMPT_TITLES = {
  'write-messages': [TASKS.messages],
  'write-orders': [TASKS['movement-orders'], TASKS['retreat-orders'], TASKS['adjustment-orders']],
  'negotiation-diary': [TASKS['negotiation-diary']],
  'make-plan': [TASKS.plan],
  'phase-diary': [TASKS['phase-diary']],
  'update-state': [TASKS['state-update']],
  'initialize-agent': [TASKS.initialize],
  'consolidate-diary': [TASKS.consolidation],
  'summarize-phase': ['TELL THE PHASE'],
  'format-messages': ['MESSAGES AS JSON'],
  'format-orders': ['ORDERS AS JSON'],
  'format-negotiation-diary': ['DIARY, GOALS AND RELATIONSHIPS AS JSON'],
  'format-update-state': ['CHANGED GOALS AND RELATIONSHIPS AS JSON'],
  'format-initialize-agent': ['GOALS AND RELATIONSHIPS AS JSON'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;

/** Name of a prompt that a language model is asked. */
export type PromptName = keyof typeof PROMPT_TITLES;

/** Name of a prompt of two-step mode, which brings plain words into a shape. */
export type FormatPromptName = Extract<PromptName, `format-${string}`>;
