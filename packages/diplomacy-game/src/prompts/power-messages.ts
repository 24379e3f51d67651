import type { Power } from '@entente/diplomacy-rules';
import type { Message } from '@entente/llm-clients';
import type { Observation } from '../state/index.js';
import { fillTemplate } from '@entente/llm-clients';
import { observationValues } from './folder/observation-values.js';
import { type Character, gameMessages, pressSection } from './game-messages.js';
import { type PromptSet, type Task, TASKS } from './prompt-set.js';
import { situationSections } from './situation-sections.js';
import { standingSection } from './standing-section.js';
import { answerIn, type ReplyForm, taskSection, taskTitle } from './task-section.js';

/** Input of every prompt of a power in a phase. */
export interface PowerRequest {
  readonly observation: Observation;
  readonly prompts: PromptSet;
  /** @default 'json' */
  readonly form?: ReplyForm;
}

/** Rules and personality of a power in the words of a set. */
export const characterOf = ({ rules, briefings }: PromptSet, power: Power): Character => ({
  power,
  rules,
  briefing: briefings[power],
});

/**
 * Builds a prompt that is asked while a phase is played. Up to the press of this phase, the text is the same for every task.
 * @param shape of the JSON to answer with; `null` for free text
 */
export function powerMessages(
  { observation, prompts, form = 'json' }: PowerRequest,
  { task, shape }: { readonly task: Task; readonly shape: string | null },
): readonly Message[] {
  const { power, position, press } = observation;
  const answer = shape === null ? '' : answerIn(form, shape);
  const character = characterOf(prompts, power);
  const whole = task === 'initialize' || task === 'negotiation-diary' ? prompts.templates?.[task] : undefined;
  const template = whole ?? prompts.contextTemplate;
  const filled = template === undefined ? '' : fillTemplate(template, observationValues(observation, prompts));
  if (whole !== undefined) return gameMessages(character, [filled], [`${taskTitle(TASKS[task])}\n${answer}`]);
  const asked = [standingSection(observation), taskSection(task, { prompts, power, answer })];
  if (template !== undefined) return gameMessages(character, [filled], asked);
  return gameMessages(character, situationSections(observation, prompts), [pressSection(position.phase, press), ...asked]);
}
