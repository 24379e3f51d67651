import { parsePhase, POWERS } from '@entente/diplomacy-rules';
import type { DiaryToConsolidate, PlayedPhase } from '../../agents/power-agent.js';
import { happenedSection, memorySection, pressSection } from '../game-messages.js';
import { boardSection } from '../situation-sections.js';
import type { TemplateValues } from '@entente/llm-clients/contract';
import { POSITION_PLACEHOLDERS, positionValues } from './observation-values.js';

/** Placeholders of prompts about a phase that is over. */
export const PLAYED_PHASE_PLACEHOLDERS = [
  ...POSITION_PLACEHOLDERS,
  'max_year',
  'current_goals',
  'current_relationships',
  'pre_phase_relationships',
  'formatted_diary',
  'agent_private_diary',
  'private_diary_summary',
  'phase_summary',
  'all_orders_formatted',
  'order_history',
  'your_negotiations',
  'messages_this_round',
  'board_state',
] as const;

/** Values of `PLAYED_PHASE_PLACEHOLDERS`. The phase is the one that is over; the board is the one after it. */
export function playedPhaseValues(played: PlayedPhase): TemplateValues<(typeof PLAYED_PHASE_PLACEHOLDERS)[number]> {
  const { power, record, position, self, maxYear } = played;
  const values = positionValues(position, power, self);
  const memory = () => memorySection(self) || '(nothing yet)';
  const happened = () => happenedSection(record);
  const press = () => pressSection(record.phase, record.press) || '(no messages)';
  return {
    ...values,
    current_phase: () => record.phase,
    current_year: () => String(parsePhase(record.phase)?.year ?? record.phase),
    max_year: () => (Number.isFinite(maxYear) ? String(maxYear) : 'open'),
    current_goals: values.agent_goals,
    current_relationships: values.agent_relationships,
    pre_phase_relationships: values.agent_relationships,
    formatted_diary: memory,
    agent_private_diary: memory,
    private_diary_summary: memory,
    phase_summary: () => sizesBeforeAndAfter(played),
    all_orders_formatted: happened,
    order_history: happened,
    your_negotiations: press,
    messages_this_round: press,
    board_state: () => boardSection(position),
  };
}

/** One line for each power: `FRANCE: centres 3 to 5, units 3 to 3`. */
function sizesBeforeAndAfter({ record, position }: PlayedPhase): string {
  const before = record.position;
  return POWERS.map((power) => {
    const centers = `centres ${before.centers[power].length} to ${position.centers[power].length}`;
    return `${power}: ${centers}, units ${before.units[power].length} to ${position.units[power].length}`;
  }).join('\n');
}

/** Placeholders of the prompt that consolidates years of diary. */
export const DIARY_PLACEHOLDERS = ['power_name', 'full_diary_text'] as const;

/** Values of `DIARY_PLACEHOLDERS`: the earlier text and the entries of the years after it. */
export const diaryValues = ({
  power,
  consolidated,
  entries,
}: DiaryToConsolidate): TemplateValues<(typeof DIARY_PLACEHOLDERS)[number]> => ({
  power_name: () => power,
  full_diary_text: () => memorySection({ consolidated, diary: entries }),
});
