import { definePrompt } from '@entente/llm-clients';
import type { DiaryToConsolidate } from '../agents/power-agent.js';
import { diaryValues } from './folder/played-phase-values.js';
import { fillTemplate } from '@entente/llm-clients';
import { gameMessages, memorySection } from './game-messages.js';
import { characterOf } from './power-messages.js';
import { type PromptSet, TASKS } from './prompt-set.js';
import { taskSection, taskTitle } from './task-section.js';

/** Asks for one text from the text of earlier years and the entries of one more year; free text. */
export const consolidateDiaryPrompt = definePrompt<{ readonly diary: DiaryToConsolidate; readonly prompts: PromptSet }>({
  name: 'consolidate-diary',
  version: '1',
  render: ({ diary, prompts }) => {
    const { power, consolidated, entries } = diary;
    const template = prompts.templates?.consolidation;
    const character = characterOf(prompts, power);
    if (template !== undefined) {
      return gameMessages(character, [fillTemplate(template, diaryValues(diary))], [taskTitle(TASKS.consolidation)]);
    }
    const asked = taskSection('consolidation', { prompts, power, answer: '' });
    return gameMessages(character, [memorySection({ consolidated, diary: entries })], [asked]);
  },
});
