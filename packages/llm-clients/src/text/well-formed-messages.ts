import type { Message } from '../language-model.js';

/**
 * Messages with half characters (lone surrogates) replaced by U+FFFD: most services refuse a request that holds one, and
 * would refuse it again on every resume. Messages that are well-formed, as nearly all are, come back as they are.
 */
export function wellFormedMessages(messages: readonly Message[]): readonly Message[] {
  const isWellFormed = (message: Message): boolean => message.parts.every((part) => part.text.isWellFormed());
  if (messages.every(isWellFormed)) return messages;
  return messages.map((message) =>
    isWellFormed(message)
      ? message
      : { ...message, parts: message.parts.map((part) => ({ ...part, text: part.text.toWellFormed() })) },
  );
}
