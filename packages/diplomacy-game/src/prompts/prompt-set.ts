import type { ByPower, Power } from '@entente/diplomacy-rules';

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

/** Tasks whose whole prompt, context included, a user can write; of the others it is context and task apart. */
export type TemplatedTask = Extract<Task, 'initialize' | 'negotiation-diary' | 'phase-diary' | 'state-update' | 'consolidation'>;

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
  readonly tasksByPower: { readonly [power in Power]?: Partial<Readonly<Record<Task, string>>> };
  /** A reply as it should look, shown after the words of a task where that form is asked for: JSON, or text where a task wants text. */
  readonly examples?: { readonly [task in Task]?: string };
  /**
   * A user's own context of messages, plans and orders, with `{placeholders}`, in the place of the sections from memory to press; absent
   * for ours. Where you stand, the task and the shape of the reply still follow.
   */
  readonly contextTemplate?: string;
  /** A user's own whole prompts, with `{placeholders}`, in the place of context and task; the shape of the reply still follows. */
  readonly templates?: { readonly [task in TemplatedTask]?: string };
  /** What of a user's folder is not used, and why: a sentence each. */
  readonly notes?: readonly string[];
}

/** The words in which a power is asked to do something. */
export const taskWords = (set: PromptSet, power: Power, task: Task): string => set.tasksByPower[power]?.[task] ?? set.tasks[task];
