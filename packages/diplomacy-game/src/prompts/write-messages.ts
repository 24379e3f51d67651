import { definePrompt } from '@entente/llm-clients';
import type { WrittenPress } from '../agents/power-agent.js';
import { defineFormatPrompt } from './format-prompt.js';
import { powerMessages, type PowerRequest } from './power-messages.js';
import { MESSAGES_SHAPE, messagesReply } from './replies/messages-reply.js';

/** What a power says in a round of negotiation. */
export const writeMessagesPrompt = definePrompt<PowerRequest, WrittenPress>({
  name: 'write-messages',
  version: '1',
  schema: messagesReply,
  shape: 'in-words',
  render: (request) => powerMessages(request, { task: 'messages', shape: MESSAGES_SHAPE }),
});

/** The same out of plain words. */
export const formatMessagesPrompt = defineFormatPrompt<WrittenPress>({
  name: 'format-messages',
  hint: 'One entry for each message, "ALL" only where it is meant for everybody; a message whose recipient is not clear is left out. What the player thinks aloud is no message.',
  shape: MESSAGES_SHAPE,
  schema: messagesReply,
});
