import { parsePhase } from '@entente/diplomacy-rules';
import type { PromptCall } from '@entente/llm-clients';
import type { OrderComplaints } from '../agents/power-agent.js';
import type { Observation } from '../state/index.js';
import { personSections } from './person-sections.js';

const EXAMPLES = {
  M: '"A PAR - BUR", "F BRE H", "A MAR S A PAR - BUR"',
  R: '"A BUR R GAS", "A BUR D"',
  A: '"A PAR B", "F BRE B", "A RUH D", "WAIVE"',
} as const;

/** Asks a person for orders; with complaints, for those that are still missing. The reply is plain lines, an order each. */
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
