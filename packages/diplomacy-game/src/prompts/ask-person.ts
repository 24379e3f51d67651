import { parsePhase, type Position } from '@entente/diplomacy-rules';
import type { PromptCall } from '@entente/llm-clients';
import type { OrderComplaints } from '../agents/power-agent.js';
import { describeBoard } from '../context/describe-board.js';
import { describeLegalOrders } from '../context/describe-legal-orders.js';
import type { Observation } from '../state/index.js';
import { happenedSection, pressSection, SECTIONS } from './game-messages.js';

const EXAMPLES = {
  M: '"A PAR - BUR", "F BRE H", "A MAR S A PAR - BUR"',
  R: '"A BUR R GAS", "A BUR D"',
  A: '"A PAR B", "F BRE B", "A RUH D", "WAIVE"',
} as const;

/** Asks a person for orders; with complaints, for the orders that are still missing. The reply is one order a line. */
export function askPersonOrders(observation: Observation, complaints?: OrderComplaints): PromptCall<string> {
  const { power, position } = observation;
  const example = EXAMPLES[parsePhase(position.phase)?.type ?? 'M'];
  const wrong =
    complaints === undefined ? [] : ['Not everything could be taken:', ...complaints.complaints.map((line) => `- ${line}`)];
  const question =
    complaints === undefined
      ? [`${power}, what are your orders for ${position.phase}?`]
      : [`${power}, what instead? The other orders stand. What is not ordered now either holds, disbands, or is not built.`];
  const tail = [...wrong, ...question, `A line an order, e.g. ${example}; an empty line ends.`].join('\n');
  return {
    label: { name: 'ask-person-orders', version: '1' },
    messages: [
      {
        role: 'user',
        parts: [...personSections(observation).map((text) => ({ kind: 'history', text }) as const), { kind: 'tail', text: tail }],
      },
    ],
  };
}

/** Asks a person for the messages of the coming round. The reply is plain lines, `ENGLAND: text`; see `PersonAgent`. */
export function askPersonMessages(observation: Observation): PromptCall<string> {
  const { power, position, roundsHeld, negotiationRounds } = observation;
  const tail = [
    `${power}, what do you say? ${position.phase}, round ${roundsHeld + 1} of ${negotiationRounds}.`,
    'A line a message, to one power or to all: "ENGLAND: Shall we share the Channel?", "all: Peace."',
    'The line "done" says that you have nothing more to say in this phase; an empty line ends.',
  ].join('\n');
  return {
    label: { name: 'ask-person-messages', version: '1' },
    messages: [
      {
        role: 'user',
        parts: [...personSections(observation).map((text) => ({ kind: 'history', text }) as const), { kind: 'tail', text: tail }],
      },
    ],
  };
}

/** First word of the part that holds the board as data. A program that shows the prompt to a person may draw the board instead. */
export const POSITION_PART = 'POSITION';

/**
 * Sections shown to a person before each question: the last phase, the board, the person's legal orders, and the press. Empty ones are left
 * out.
 */
function personSections(observation: Observation): readonly string[] {
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

/** Joins the lines of the first paragraph, which explains the notation: models like its line length, but a screen breaks lines itself. */
function withoutBreaks(orders: string): string {
  const [first = '', ...others] = orders.split('\n\n');
  return [first.replaceAll('\n', ' '), ...others].join('\n\n');
}
