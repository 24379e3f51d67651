import { z } from 'zod';
import type { WrittenMessage, WrittenPress } from '../../agents/power-agent.js';
import { readRecipient } from '../../phases/read-recipient.js';
import { isFields, readFields, readText } from './read-fields.js';

/** How messages are asked for. */
export const MESSAGES_SHAPE = '{"messages": [{"recipient": power or "ALL", "text": string}], "done": boolean}';

const NAMES = {
  messages: ['messages', 'message_list', 'communications'],
  done: ['done', 'finished', 'nothing_more_to_say'],
} as const;

const MESSAGE_NAMES = {
  text: ['text', 'content', 'message', 'body'],
  recipient: ['recipient', 'recipients', 'to'],
  kind: ['message_type', 'type', 'visibility'],
} as const;

/**
 * Messages in our shape or the predecessor's: a bare list, `message_type` of `global` or `private`, `content`, a list of recipients, a map
 * from recipients to texts. A recipient that is missing becomes an empty one, which nobody is: what is private is never sent to all.
 */
export const messagesReply: z.ZodType<WrittenPress> = z.preprocess(
  readPress,
  z.object({ messages: z.array(z.object({ recipient: z.string(), text: z.string() })), done: z.boolean() }),
);

function readPress(value: unknown): WrittenPress | undefined {
  if (Array.isArray(value)) return readList(value, undefined);
  const fields = readFields(value, NAMES);
  if (fields === undefined) {
    const only = readMessages(value);
    return only.length === 0 ? undefined : withDone(only, undefined);
  }
  const { messages, done } = fields;
  if (Array.isArray(messages)) return readList(messages, done);
  if (!isFields(messages)) return isNothing(messages) ? withDone([], done) : undefined;
  const said = [...readMessages(messages), ...readMap(messages)];
  return said.length === 0 && Object.keys(messages).length > 0 ? undefined : withDone(said, done);
}

/** No list, where one of its items cannot be read: a message that was written is never left out. */
function readList(items: readonly unknown[], done: unknown): WrittenPress | undefined {
  const read = items.filter((item) => !isNothing(item)).map(readMessages);
  return read.some((messages) => messages.length === 0) ? undefined : withDone(read.flat(), done);
}

/** `{}`, `""`, `"none"`: no message. */
function isNothing(item: unknown): boolean {
  if (typeof item === 'string') return /^\W*(?:(?:none|null|n\/a|no messages?|nothing)\W*)?$/i.test(item);
  return item === null || item === undefined || item === false || (typeof item === 'object' && Object.keys(item).length === 0);
}

/** Whoever sends nothing and says no more about it is done. */
function withDone(messages: readonly WrittenMessage[], done: unknown): WrittenPress {
  const said = typeof done === 'string' ? /^\s*(?:true|yes)\s*$/i.test(done) : done;
  return { messages, done: typeof said === 'boolean' ? said : messages.length === 0 };
}

function readMessages(item: unknown): readonly WrittenMessage[] {
  const { text, recipient, kind } = readFields(item, MESSAGE_NAMES) ?? {};
  const words = readText(text);
  if (words === undefined) return [];
  const to = (Array.isArray(recipient) ? recipient : [recipient]).map((name: unknown) => readText(name) ?? '');
  switch (readText(kind)?.toLowerCase()) {
    case 'global':
    case 'public':
      return [{ recipient: 'GLOBAL', text: words }];
    case 'private':
      return to.map((name) => ({ recipient: readRecipient(name) === 'GLOBAL' ? '' : name, text: words }));
    default:
      return to.map((name) => ({ recipient: name, text: words }));
  }
}

const readMap = (messages: Readonly<Record<string, unknown>>): readonly WrittenMessage[] =>
  Object.entries(messages).flatMap(([recipient, item]) => {
    const text = typeof item === 'string' && readRecipient(recipient) !== null ? item : undefined;
    return text === undefined ? [] : [{ recipient, text }];
  });
