import type { MessageRole } from '../language-model.js';
import type { OfflineRequest } from '../prompt.js';
import { splitSchemaInstruction } from './schema-instruction.js';

export interface OfflineMessage {
  readonly role: MessageRole;
  readonly text: string;
}

/**
 * A request in the one form that every wire arrives at: system text first and in one message (the Anthropic wire hoists
 * it), neighbours of one role joined, nothing empty, and without the schema that a client appends where the wire has no
 * place for it. So a responder, and the seed drawn from the text, cannot tell by which road a request came.
 */
export function toOfflineRequest(messages: readonly OfflineMessage[]): OfflineRequest {
  const spoken = messages.filter((message) => message.role !== 'system');
  const asked = spoken.findLastIndex((message) => message.role === 'user');
  const bare = spoken.map((message, index) =>
    index === asked ? { role: message.role, text: splitSchemaInstruction(message.text).text } : message,
  );
  const joined: { role: MessageRole; text: string }[] = [];
  for (const message of [...messages.filter((each) => each.role === 'system'), ...bare]) {
    const text = message.text.trim();
    const previous = joined.at(-1);
    if (text === '') continue;
    if (previous?.role === message.role) previous.text += `\n\n${text}`;
    else joined.push({ role: message.role, text });
  }
  return { messages: joined };
}
