import type { ByPower } from '@entente/diplomacy-rules';

/** What a power can be asked to do, with the title under which its prompt ends: `YOUR TASK: WRITE MESSAGES`. */
export const TASKS = {
  initialize: 'SET OUT',
  messages: 'WRITE MESSAGES',
  plan: 'MAKE A PLAN',
  'negotiation-diary': 'REVIEW THE NEGOTIATION',
  'movement-orders': 'WRITE MOVEMENT ORDERS',
  'retreat-orders': 'WRITE RETREATS',
  'adjustment-orders': 'WRITE ADJUSTMENTS',
  'phase-diary': 'REVIEW THE PHASE',
  'state-update': 'UPDATE WHERE YOU STAND',
  consolidation: 'CONSOLIDATE YOUR DIARY',
} as const;

export type Task = keyof typeof TASKS;

/** The words of all prompts of a power. Variants override single entries of another set. */
export interface PromptSet {
  readonly name: string;
  /** How the game is played and how to answer; the beginning of every prompt, the same for all powers. */
  readonly rules: string;
  /** Who each power is. */
  readonly briefings: ByPower<string>;
  /** `full` shows each unit's surroundings, `simple` only board and legal orders. */
  readonly context: 'full' | 'simple';
  /** What is asked; the title before it and the shape of the reply after it are always added. */
  readonly tasks: Readonly<Record<Task, string>>;
  /** Where single powers are asked in other words. */
  readonly tasksByPower: { readonly [power in keyof ByPower<string>]?: Partial<Readonly<Record<Task, string>>> };
  /** A user's own context in the place of the sections about memory, board and press, with `{placeholders}`; absent for ours. */
  readonly contextTemplate?: string;
}
