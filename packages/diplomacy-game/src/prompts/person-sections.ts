import type { Position } from '@entente/diplomacy-rules';
import { describeBoard, describeLegalOrders } from '../context/index.js';
import type { Observation } from '../state/index.js';
import { happenedSection, pressSection, SECTIONS } from './game-messages.js';

/** First word of the part that holds the board for programs: whoever shows the prompt to a person may draw it, and leaves the text out. */
export const POSITION_PART = 'POSITION';

/** What a person is shown before being asked anything: what happened last, the board, the own legal orders, the press; empty ones left out. */
export function personSections(observation: Observation): readonly string[] {
  const { power, position, press, history } = observation;
  const last = history.at(-1);
  const { phase, units, centers, retreats } = position;
  const board: Pick<Position, 'phase' | 'units' | 'centers' | 'retreats'> = { phase, units, centers, retreats };
  return [
    `${POSITION_PART} ${JSON.stringify(board)}`,
    last === undefined ? '' : happenedSection(last),
    `${SECTIONS.board}\n${describeBoard(position)}`,
    `${SECTIONS.legalOrders}\n${withoutBreaks(describeLegalOrders(position, power))}`,
    pressSection(phase, press),
  ].filter((section) => section !== '');
}

/** How orders are written stands in the first paragraph, in lines as long as models like them; a screen breaks lines itself. */
function withoutBreaks(orders: string): string {
  const [first = '', ...others] = orders.split('\n\n');
  return [first.replaceAll('\n', ' '), ...others].join('\n\n');
}
