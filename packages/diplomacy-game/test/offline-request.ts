import type { Message, OfflineRequest } from '@entente/llm-clients';
import { messageText } from '@entente/llm-clients';

/** Turns a rendered prompt into the request that the offline model sees. */
export const offlineRequest = (messages: readonly Message[]): OfflineRequest => ({
  messages: messages.map((message) => ({ role: message.role, text: messageText(message) })),
});
