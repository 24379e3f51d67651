import { cutText } from '@entente/llm-clients';
import { ignoredMessages, type Observation, type PressMessage, unansweredMessages } from '../state/index.js';
import { lastPlayed } from './situation-sections.js';
import { pressLine } from './game-messages.js';

const MOST_SHOWN = 6;
const LONGEST = 240;

/**
 * Lists the newest unanswered messages of this phase and the movement phase before: those that wait for an answer of this power, as long as
 * it can still give one, and its own messages that somebody could have answered and did not.
 */
export function openMessages(observation: Observation): readonly string[] {
  const { roundsHeld, negotiationRounds } = observation;
  // Answers come after what they answer, so what was said before these phases changes nothing.
  const recent = { ...observation, history: lastPlayed(observation.history) };
  const waiting = roundsHeld < negotiationRounds ? unansweredMessages(recent) : [];
  const ignored = ignoredMessages(recent).filter(couldBeAnswered(recent));
  return [
    ...listed('Waiting for your answer:', waiting.slice(-MOST_SHOWN)),
    ...listed('You wrote and got no answer:', ignored.slice(-MOST_SHOWN)),
  ];
}

/** A recipient of a message of the last round has not had its turn yet. */
function couldBeAnswered({ position, roundsHeld, press, history }: Observation): (message: PressMessage) => boolean {
  const played = lastPlayed(history).at(0)?.press ?? [];
  const lastRoundBefore = Math.max(0, ...played.map(({ round }) => round));
  const isOver = ({ phase, round }: PressMessage) =>
    phase === position.phase ? round < roundsHeld : round < lastRoundBefore || roundsHeld > 0 || press.length > 0;
  return isOver;
}

function listed(title: string, messages: readonly PressMessage[]): readonly string[] {
  if (messages.length === 0) return [];
  return [title, ...messages.map((message) => `- ${message.phase} ${shortened(pressLine(message))}`)];
}

const shortened = (text: string): string => (text.length <= LONGEST ? text : `${cutText(text, LONGEST)}...`);
