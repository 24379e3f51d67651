import type { PromptCall } from '@entente/llm-clients';
import type { Observation } from '../state/index.js';
import { personSections } from './person-sections.js';

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
