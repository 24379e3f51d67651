import { parsePhase, type Position, type Power } from '@entente/diplomacy-rules';
import { describeBoard } from '../context/describe-board.js';
import { describeLegalOrders } from '../context/describe-legal-orders.js';
import { describeOrderableUnits } from '../context/describe-orderable-units.js';
import type { Observation, PhaseRecord } from '../state/index.js';
import { happenedSection, memorySection, pressSection, SECTIONS } from './game-messages.js';
import type { PromptSet } from './prompt-set.js';

/**
 * Sections on everything a power knows in a phase before any message. They are the same, to the letter, in every prompt of that power and
 * phase; notes of this phase come later, in the standing section.
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

/**
 * Section on the board. The sections about a position are the longest of a prompt and the same in all prompts of a phase, so each is built
 * once.
 */
export const boardSection = (position: Position): string =>
  remembered(position, 'board', () => `${SECTIONS.board}\n${describeBoard(position)}`);

/** Section on the surroundings of a power's units; empty if it has nothing to order. */
export const unitsSection = (position: Position, power: Power): string =>
  remembered(position, `units ${power}`, () => `${SECTIONS.units}\n${describeOrderableUnits(position, power)}`);

/** Section with all legal orders of a power. */
export const legalOrdersSection = (position: Position, power: Power): string =>
  remembered(position, `orders ${power}`, () => `${SECTIONS.legalOrders}\n${describeLegalOrders(position, power)}`);

const texts = new WeakMap<Position, Map<string, string>>();

function remembered(position: Position, key: string, write: () => string): string {
  const known = texts.get(position) ?? new Map<string, string>();
  texts.set(position, known);
  const text = known.get(key) ?? write();
  known.set(key, text);
  return text;
}

/** Returns the last movement phase and the phases after it, oldest first; empty before the first movement phase. */
export function lastPlayed(history: readonly PhaseRecord[]): readonly PhaseRecord[] {
  const from = history.findLastIndex(({ phase }) => parsePhase(phase)?.type === 'M');
  return from < 0 ? [] : history.slice(from);
}
