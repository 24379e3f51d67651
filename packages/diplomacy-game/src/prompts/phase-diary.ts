import { definePrompt, type Message } from '@entente/llm-clients';
import type { PlayedPhase } from '../agents/power-agent.js';
import { livingPowers } from '../state/game-state.js';
import { onOneParagraph } from '../state/press-message.js';
import { fillTemplate } from '@entente/llm-clients';
import { playedPhaseValues } from './folder/played-phase-values.js';
import { gameMessages, happenedSection, memorySection, pressSection, SECTIONS } from './game-messages.js';
import { characterOf } from './power-messages.js';
import { type PromptSet, TASKS } from './prompt-set.js';
import { boardSection } from './situation-sections.js';
import { goalLines, lastYear, relationshipsLine } from './standing-section.js';
import { taskSection, taskTitle } from './task-section.js';

/** Input of prompts about a phase that is over. */
export interface PlayedPhaseRequest {
  readonly played: PlayedPhase;
  readonly prompts: PromptSet;
}

/**
 * Builds a prompt about a phase that is over: notes, orders and messages of the phase, and the board after it. Up to the section on where
 * the power stands, the text is the same for every task.
 * @param options.diary the power's own entry about the phase; absent or `null` if there is none
 * @param options.answer instructions for the answer; empty for free text
 */
export function playedPhaseMessages(
  { played, prompts }: PlayedPhaseRequest,
  options: { readonly task: 'phase-diary' | 'state-update'; readonly diary?: string | null; readonly answer: string },
): readonly Message[] {
  const { power, record, position, self, maxYear } = played;
  const { task, diary = null, answer } = options;
  const character = characterOf(prompts, power);
  const template = prompts.templates?.[task];
  const review = diary === null ? [] : [`You noted of ${record.phase}: ${onOneParagraph(diary)}`];
  if (template !== undefined) {
    const asked = [...review, taskTitle(TASKS[task]), answer].filter((line) => line !== '');
    return gameMessages(character, [fillTemplate(template, playedPhaseValues(played))], [asked.join('\n')]);
  }
  const standing = [
    SECTIONS.standing,
    `${record.phase} is over.${lastYear(maxYear)}`,
    ...goalLines(self.goals),
    relationshipsLine(self, power, livingPowers(position)),
    ...review,
  ];
  return gameMessages(
    character,
    [memorySection(self), happenedSection(record), pressSection(record.phase, record.press), boardSection(position)],
    [standing.join('\n'), taskSection(task, { prompts, power, answer })],
  );
}

/** Asks a power for its diary entry about a phase that was judged; free text. */
export const phaseDiaryPrompt = definePrompt<PlayedPhaseRequest>({
  name: 'phase-diary',
  version: '1',
  render: (request) => playedPhaseMessages(request, { task: 'phase-diary', answer: '' }),
});
