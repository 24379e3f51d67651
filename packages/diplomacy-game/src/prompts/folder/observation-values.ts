import { locationName, parsePhase, type Position, type Power, POWERS, standardMap } from '@entente/diplomacy-rules';
import type { AgentState } from '../../state/agent-state.js';
import { livingPowers } from '../../state/game-state.js';
import { type Observation, RELATIONSHIPS } from '../../state/index.js';
import { onOneParagraph } from '../../state/press-message.js';
import { happenedSection, memorySection, pressSection } from '../game-messages.js';
import { openMessages } from '../open-messages.js';
import type { PromptSet } from '../prompt-set.js';
import { boardSection, lastPlayed, legalOrdersSection, unitsSection } from '../situation-sections.js';
import { relationshipsText } from '../standing-section.js';
import type { TemplateValues } from '@entente/llm-clients/contract';

/** Placeholders of every prompt about a position. */
export const POSITION_PLACEHOLDERS = [
  'power_name',
  'current_phase',
  'current_year',
  'home_centers',
  'other_powers',
  'agent_goals',
  'agent_relationships',
  'all_unit_locations',
  'all_supply_centers',
  'board_state_str',
  'allowed_relationships_str',
  'allowed_labels_str',
] as const;

/** Placeholders of prompts that are asked while a phase is played. */
export const OBSERVATION_PLACEHOLDERS = [
  ...POSITION_PLACEHOLDERS,
  'max_year',
  'agent_private_diary',
  'private_diary_summary',
  'order_history',
  'possible_orders',
  'messages_this_round',
  'ignored_messages_context',
] as const;

/** Values of `OBSERVATION_PLACEHOLDERS`: the sections of our own prompts, titles included, and single facts. */
export function observationValues(
  observation: Observation,
  { context }: Pick<PromptSet, 'context'>,
): TemplateValues<(typeof OBSERVATION_PLACEHOLDERS)[number]> {
  const { power, position, history, press, self, maxYear } = observation;
  const memory = () => memorySection(self) || '(nothing yet)';
  return {
    ...positionValues(position, power, self),
    max_year: () => (Number.isFinite(maxYear) ? String(maxYear) : 'open'),
    agent_private_diary: memory,
    private_diary_summary: memory,
    order_history: () => lastPlayed(history).map(happenedSection).join('\n\n') || '(nothing yet)',
    possible_orders: () =>
      [...(context === 'full' ? [unitsSection(position, power)] : []), legalOrdersSection(position, power)].join('\n\n'),
    messages_this_round: () => pressSection(position.phase, press) || '(no messages yet)',
    ignored_messages_context: () => openMessages(observation).join('\n') || '(nobody waits for an answer)',
  };
}

/** Values of `POSITION_PLACEHOLDERS`. */
export function positionValues(
  position: Position,
  power: Power,
  self: Pick<AgentState, 'goals' | 'relationships'>,
): TemplateValues<(typeof POSITION_PLACEHOLDERS)[number]> {
  const homes = standardMap.powers.find(({ id }) => id === power)?.homes ?? [];
  const living = livingPowers(position);
  const byPower = (of: (each: Power) => readonly string[]) =>
    POWERS.map((each) => `${each}: ${of(each).join(', ') || 'none'}`).join('\n');
  const labels = () => RELATIONSHIPS.join(', ');
  return {
    power_name: () => power,
    current_phase: () => position.phase,
    current_year: () => String(parsePhase(position.phase)?.year ?? position.phase),
    home_centers: () => homes.map((home) => `${locationName(standardMap, home)} (${home})`).join(', '),
    other_powers: () => living.filter((other) => other !== power).join(', '),
    agent_goals: () => self.goals.map((goal) => `- ${onOneParagraph(goal)}`).join('\n') || '(none yet)',
    agent_relationships: () => relationshipsText(self, power, living),
    all_unit_locations: () => byPower((each) => position.units[each]),
    all_supply_centers: () => byPower((each) => position.centers[each]),
    board_state_str: () => boardSection(position),
    allowed_relationships_str: labels,
    allowed_labels_str: labels,
  };
}
