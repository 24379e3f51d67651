import type { Message, OfflineRequest } from '@entente/llm-clients';
import { messageText } from '@entente/llm-clients';

/** A rendered prompt as the offline model gets to see it. */
export const offlineRequest = (messages: readonly Message[]): OfflineRequest => ({
  messages: messages.map((message) => ({ role: message.role, text: messageText(message) })),
});
