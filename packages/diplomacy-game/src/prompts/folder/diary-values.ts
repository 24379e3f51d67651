import type { DiaryToConsolidate } from '../../agents/power-agent.js';
import { memorySection } from '../game-messages.js';
import type { TemplateValues } from './fill-template.js';

/** The placeholders of the prompt that makes one text of years of diary. */
export const DIARY_PLACEHOLDERS = ['power_name', 'full_diary_text'] as const;

/** What they stand for: an earlier summary and the entries of the years after it. */
export const diaryValues = ({
  power,
  consolidated,
  entries,
}: DiaryToConsolidate): TemplateValues<(typeof DIARY_PLACEHOLDERS)[number]> => ({
  power_name: () => power,
  full_diary_text: () => memorySection({ consolidated, diary: entries }),
});
