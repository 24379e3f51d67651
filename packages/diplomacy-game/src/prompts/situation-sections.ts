import type { Observation } from '../state/index.js';
import { boardSection, legalOrdersSection, unitsSection } from './position-texts.js';
import { happenedSection, memorySection, pressSection } from './game-messages.js';
import { lastPlayed } from './last-played.js';
import type { PromptSet } from './prompt-set.js';

/**
 * All that a power knows in a phase before anything is said in it. It is the same, to the letter, in every prompt of that power and phase,
 * whatever is asked: what the power noted in this phase comes later, where it stands.
 */
export function situationSections({ self, history, position, power }: Observation, { context }: PromptSet): readonly string[] {
  const before = self.diary.filter(({ phase }) => phase !== position.phase);
  const played = lastPlayed(history);
  return [
    memorySection({ consolidated: self.consolidated, diary: before }),
    ...played.map(happenedSection),
    ...played.slice(0, 1).map(({ phase, press }) => pressSection(phase, press)),
    boardSection(position),
    context === 'full' ? unitsSection(position, power) : '',
    legalOrdersSection(position, power),
  ];
}
