import type { Message } from '../language-model.js';
import { cutText } from '../text/cut-text.js';

const LONGEST_COMPLAINT = 1_500;
/** Longer replies are shown to the model in part: whole, they might not fit into its context. */
const LONGEST_REPLY_SHOWN = 100_000;

/**
 * Returns the conversation with the reply and the complaint appended, so that the model can correct it. The earlier messages stay
 * unchanged, so providers serve them from their prefix cache.
 */
export function askAgain(messages: readonly Message[], reply: string, complaint: string): readonly Message[] {
  const shown = complaint.length > LONGEST_COMPLAINT ? `${cutText(complaint, LONGEST_COMPLAINT)}…` : complaint;
  const request = `Your last reply could not be used:\n${shown}\nReply again, complete and corrected, in the form asked for and with nothing else.`;
  // Some providers take no empty turn.
  if (reply.trim() === '') return withUserText(messages, request);
  return withUserText(
    [...messages, { role: 'assistant', parts: [{ kind: 'tail', text: cutText(reply, LONGEST_REPLY_SHOWN) }] }],
    request,
  );
}

/** The conversation with the news that the reply was cut off. The cut reply itself stays out: it was long, and is of no help. */
export function askAgainShorter(messages: readonly Message[]): readonly Message[] {
  return withUserText(
    messages,
    'Your last reply was cut off at its length limit. Reply again, complete and in the form asked for, but much shorter.',
  );
}

/** Two user turns in a row are one turn: some servers insist that roles alternate. */
function withUserText(messages: readonly Message[], text: string): readonly Message[] {
  const last = messages.at(-1);
  if (last?.role !== 'user') return [...messages, { role: 'user', parts: [{ kind: 'tail', text }] }];
  return [...messages.slice(0, -1), { role: 'user', parts: [...last.parts, { kind: 'tail', text }] }];
}
