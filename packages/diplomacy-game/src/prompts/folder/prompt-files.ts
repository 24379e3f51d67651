import { type Power, POWERS } from '@entente/diplomacy-rules';
import type { PromptSet, Task, TemplatedTask } from '../prompt-set.js';
import { OBSERVATION_PLACEHOLDERS } from './observation-values.js';
import { DIARY_PLACEHOLDERS, PLAYED_PHASE_PLACEHOLDERS } from './played-phase-values.js';

/** A file that a prompt folder may have: its placeholders, and the part of a set that it replaces. */
interface PromptFile {
  readonly placeholders: readonly string[];
  /** Absent for a file that is known and has no use here. */
  readonly put?: (set: PromptSet, text: string) => PromptSet;
}

/** Known files by name, such as `system_prompt.txt`. Powers are in lower case. */
export const PROMPT_FILES: ReadonlyMap<string, PromptFile> = new Map(
  Object.entries<PromptFile>({
    system_prompt: { placeholders: [], put: (set, rules) => ({ ...set, rules }) },
    context_prompt: { placeholders: OBSERVATION_PLACEHOLDERS, put: (set, contextTemplate) => ({ ...set, contextTemplate }) },
    initial_state_prompt: template('initialize', OBSERVATION_PLACEHOLDERS),
    negotiation_diary_prompt: template('negotiation-diary', OBSERVATION_PLACEHOLDERS),
    phase_result_diary_prompt: template('phase-diary', PLAYED_PHASE_PLACEHOLDERS),
    state_update_prompt: template('state-update', PLAYED_PHASE_PLACEHOLDERS),
    diary_consolidation_prompt: template('consolidation', DIARY_PLACEHOLDERS),
    few_shot_example: { placeholders: [] },
    order_diary_prompt: {
      placeholders: ['power_name', 'current_phase', 'orders_list_str', 'board_state_str', 'agent_relationships', 'agent_goals'],
    },
    ...instructions('conversation_instructions', 'messages'),
    ...instructions('planning_instructions', 'plan'),
    ...instructions('order_instructions_movement_phase', 'movement-orders'),
    ...instructions('order_instructions_retreat_phase', 'retreat-orders'),
    ...instructions('order_instructions_adjustment_phase', 'adjustment-orders'),
    ...forEachPower((power) => [
      `${power.toLowerCase()}_system_prompt`,
      { placeholders: [], put: (set, text) => ({ ...set, briefings: { ...set.briefings, [power]: text } }) },
    ]),
  }).map(([name, file]) => [`${name}.txt`, file]),
);

function template(task: TemplatedTask, placeholders: readonly string[]): PromptFile {
  return { placeholders, put: (set, text) => ({ ...set, templates: { ...set.templates, [task]: text } }) };
}

/** Files with a task for all powers and for single ones. A file for all powers does not replace a file for a single one. */
function instructions(name: string, task: Task): Readonly<Record<string, PromptFile>> {
  return {
    [name]: { placeholders: [], put: (set, text) => withTask(set, task, text) },
    ...forEachPower((power) => [
      `${name}_${power.toLowerCase()}`,
      {
        placeholders: [],
        put: (set, text) => ({
          ...set,
          tasksByPower: { ...set.tasksByPower, [power]: { ...set.tasksByPower[power], [task]: text } },
        }),
      },
    ]),
  };
}

/** Replaces the words of a task. Our example belongs to our words and may contradict the user's, so it goes. */
function withTask(set: PromptSet, task: Task, text: string): PromptSet {
  if (set.tasks[task] === text) return set;
  const { [task]: _ours, ...examples } = set.examples ?? {};
  return { ...set, tasks: { ...set.tasks, [task]: text }, examples };
}

function forEachPower(file: (power: Power) => readonly [string, PromptFile]): Readonly<Record<string, PromptFile>> {
  return Object.fromEntries(POWERS.map(file));
}
