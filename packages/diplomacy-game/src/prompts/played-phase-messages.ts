import type { Message } from '@entente/llm-clients';
import type { PlayedPhase } from '../agents/power-agent.js';
import { livingPowers } from '../state/living-powers.js';
import { onOneParagraph } from '../state/on-one-paragraph.js';
import { fillTemplate } from './folder/fill-template.js';
import { playedPhaseValues } from './folder/played-phase-values.js';
import { gameMessages, happenedSection, memorySection, pressSection, SECTIONS } from './game-messages.js';
import { boardSection } from './position-texts.js';
import { characterOf } from './power-messages.js';
import { type PromptSet, TASKS } from './prompt-set.js';
import { goalLines, lastYear, relationshipsLine } from './standing-section.js';
import { taskSection, taskTitle } from './task-section.js';

/** What prompts about a phase that is over are written from. */
export interface PlayedPhaseRequest {
  readonly played: PlayedPhase;
  readonly prompts: PromptSet;
}

/**
 * The messages of a prompt about a phase that is over: what was noted, ordered and said in it, and the board after it. Up to where the power
 * stands they are the same whatever is asked.
 * @param options.diary what the power wrote of the phase since; absent or null where nothing was
 * @param options.answer how to answer; empty for free text
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
