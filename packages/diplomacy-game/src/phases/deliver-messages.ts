import type { Power } from '@entente/diplomacy-rules';
import type { WrittenMessage } from '../agents/power-agent.js';
import type { DroppedMessage, GameState, PressMessage } from '../state/index.js';
import { livingPowers } from '../state/game-state.js';
import { readRecipient } from '../state/read-recipient.js';

/** Maximum number of messages of a power in one round; further messages are dropped. */
export const MESSAGES_PER_ROUND = 12;

/**
 * Sorts the messages that a power wrote in a round into delivered and dropped ones. The result does not depend on messages of others in the
 * same round, so the order of the powers does not matter.
 */
export function deliverMessages(
  state: GameState,
  sender: Power,
  written: readonly WrittenMessage[],
): { readonly messages: readonly PressMessage[]; readonly dropped: readonly DroppedMessage[] } {
  const { phase } = state.position;
  const round = state.roundsHeld + 1;
  const living = livingPowers(state.position);
  const messages: PressMessage[] = [];
  const dropped: DroppedMessage[] = [];
  const said = new Set(state.press.filter((message) => message.sender === sender).map(sameWords));
  for (const message of written) {
    const text = message.text.trim();
    const recipient = readRecipient(message.recipient);
    const reason = ((): DroppedMessage['reason'] | null => {
      if (text === '') return 'empty';
      if (recipient === null) return 'unknown-recipient';
      if (recipient === sender) return 'to-oneself';
      if (recipient !== 'GLOBAL' && !living.includes(recipient)) return 'eliminated-recipient';
      if (said.has(sameWords({ recipient, text }))) return 'repeated';
      return messages.length >= MESSAGES_PER_ROUND ? 'too-many' : null;
    })();
    if (reason !== null) dropped.push({ phase, round, sender, recipient: message.recipient, text, reason });
    else if (recipient !== null) {
      said.add(sameWords({ recipient, text }));
      messages.push({ phase, round, sender, recipient, text });
    }
  }
  return { messages, dropped };
}

/** Key that is equal for messages to the same recipient that differ only in case, spaces and punctuation. */
const sameWords = ({ recipient, text }: { readonly recipient: string; readonly text: string }): string =>
  `${recipient} ${text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`;
