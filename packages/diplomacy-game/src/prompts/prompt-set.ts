import type { ByPower, Power } from '@entente/diplomacy-rules';
import { canonicalJson, digest } from '@entente/simulation-core';

/** Tasks of a power, each with the title under which its prompt ends: `YOUR TASK: WRITE MESSAGES`. */
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

/** Tasks for which a user can write the whole prompt, context included. For the others, users write context and task apart. */
export type TemplatedTask = Extract<Task, 'initialize' | 'negotiation-diary' | 'phase-diary' | 'state-update' | 'consolidation'>;

/** The words of all prompts of a power. Variants override single entries of another set. */
export interface PromptSet {
  readonly name: string;
  /** How the game is played and how to answer; the beginning of every prompt, the same for all powers. */
  readonly rules: string;
  /** Description of each power. */
  readonly briefings: ByPower<string>;
  /** `full` shows each unit's surroundings, `simple` only board and legal orders. */
  readonly context: 'full' | 'simple';
  /** Words of each task. The title before them and the shape of the reply after them are always added. */
  readonly tasks: Readonly<Record<Task, string>>;
  /** Words of tasks for single powers. */
  readonly tasksByPower: { readonly [power in Power]?: Partial<Readonly<Record<Task, string>>> };
  /** Example of a reply, shown after the words of a task if that form is asked for: JSON, or text for a task that wants text. */
  readonly examples?: { readonly [task in Task]?: string };
  /**
   * A user's own context of messages, plans and orders, with `{placeholders}`. It replaces the sections from memory to press; the standing,
   * the task and the shape of the reply still follow. Absent for ours.
   */
  readonly contextTemplate?: string;
  /** A user's own whole prompts, with `{placeholders}`. They replace context and task; the shape of the reply still follows. */
  readonly templates?: { readonly [task in TemplatedTask]?: string };
  /** Files of a user's folder that are not used, one sentence each with the reason. */
  readonly notes?: readonly string[];
}

/** Returns the words of a task for a power. */
export const taskWords = (set: PromptSet, power: Power, task: Task): string => set.tasksByPower[power]?.[task] ?? set.tasks[task];

/** Hash of the words of a set, whatever its name. It is part of a run's identity. */
export function promptSetDigest(set: PromptSet): string {
  const { name: _name, notes: _notes, ...words } = set;
  return digest(canonicalJson(words));
}
