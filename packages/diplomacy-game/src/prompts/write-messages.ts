import { definePrompt } from '@entente/llm-clients';
import { z } from 'zod';
import type { WrittenMessage, WrittenPress } from '../agents/power-agent.js';
import { readRecipient } from '../state/read-recipient.js';
import { defineFormatPrompt } from './format-prompt.js';
import { powerMessages, type PowerRequest } from './power-messages.js';
import { isFields, isThought, plainName, readAll, readRest, readText } from './replies/read-fields.js';

/** Shape in which messages are asked for. */
const MESSAGES_SHAPE = '{"messages": [{"recipient": power or "ALL", "text": string}], "done": boolean}';

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
 * from recipients to texts. A missing recipient becomes an empty one, which matches nobody: private texts are never sent to all.
 */
export const messagesReply: z.ZodType<WrittenPress> = z.preprocess(
  readPress,
  z.object({ messages: z.array(z.object({ recipient: z.string(), text: z.string() })), done: z.boolean() }),
);

/** Messages of a power in a round of negotiation. */
export const writeMessagesPrompt = definePrompt<PowerRequest, WrittenPress>({
  name: 'write-messages',
  version: '1',
  schema: messagesReply,
  shape: 'in-words',
  render: (request) => powerMessages(request, { task: 'messages', shape: MESSAGES_SHAPE }),
});

/** Second step: converts free text to JSON. */
export const formatMessagesPrompt = defineFormatPrompt<WrittenPress>({
  name: 'format-messages',
  hint: 'One entry for each message, "ALL" only where it is meant for everybody; a message whose recipient is not clear is left out. What the player thinks aloud is no message.',
  shape: MESSAGES_SHAPE,
  schema: messagesReply,
});

function readPress(value: unknown): WrittenPress | undefined {
  if (Array.isArray(value)) return readList(value, undefined);
  const fields = readAll(value, NAMES);
  if (fields === undefined) {
    const only = readItem(value);
    return only.length === 0 ? undefined : withDone(only, undefined);
  }
  const [messages, ...others] = (fields.messages ?? []).filter((each) => !isNothing(each));
  const [done] = fields.done ?? [];
  const rest = readRest(value, NAMES);
  if (messages === undefined) {
    const beside = readItem(rest);
    return beside.length > 0 || saysNoMore(rest) ? withDone(beside, done) : undefined;
  }
  if (others.length > 0 || !saysNoMore(rest)) return undefined;
  if (Array.isArray(messages)) return readList(messages, done);
  const said = readItem(messages);
  return said.length === 0 ? undefined : withDone(said, done);
}

/** Whether no other field of an object may be a message: `{"private_messages": [...]}` and `{"ITALY": "..."}` may be. */
function saysNoMore(rest: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(rest).every(
    ([key, item]) =>
      isThought(key) || isNothing(item) || (typeof item !== 'object' && !isOfMessage(key) && readRecipient(key) === null),
  );
}

const isOfMessage = (key: string): boolean =>
  [...MESSAGE_NAMES.text, ...MESSAGE_NAMES.recipient].some((name) => plainName(name) === plainName(key));

/** Reads a list of messages; `undefined` if one of them cannot be read, so that no written message is left out. */
function readList(items: readonly unknown[], done: unknown): WrittenPress | undefined {
  const read = items.filter((item) => !isNothing(item)).map(readItem);
  return read.some((messages) => messages.length === 0) ? undefined : withDone(read.flat(), done);
}

/** Whether an item stands for no message: `{}`, `""`, `"none"`. */
function isNothing(item: unknown): boolean {
  if (typeof item === 'string') return /^\W*(?:(?:none|null|n\/a|no messages?|nothing)\W*)?$/i.test(item);
  return item === null || item === undefined || item === false || (typeof item === 'object' && Object.keys(item).length === 0);
}

/** Adds whether the power is done; a power that sends nothing is done by default. */
function withDone(messages: readonly WrittenMessage[], done: unknown): WrittenPress {
  const said = typeof done === 'string' ? /^\s*(?:true|yes)\s*$/i.test(done) : done;
  return { messages, done: typeof said === 'boolean' ? said : messages.length === 0 };
}

/** Reads a message for each of its recipients, or a map from recipients to texts. Empty if not all of it can be read. */
function readItem(item: unknown): readonly WrittenMessage[] {
  if (!isFields(item)) return [];
  const entries = Object.entries(item).filter(([key, said]) => !isThought(key) && !isNothing(said));
  if (!entries.some(([key]) => readRecipient(key) !== null)) return readMessage(item);
  const read = entries.map(([recipient, said]) => {
    const texts = isFields(said) ? readAll(said, MESSAGE_NAMES) : { text: [said] };
    const words = texts?.recipient === undefined && texts?.text?.length === 1 ? readText(texts.text[0]) : undefined;
    return words === undefined || isOfMessage(recipient) ? undefined : { recipient, text: words };
  });
  return read.every((message) => message !== undefined) ? read : [];
}

function readMessage(item: unknown): readonly WrittenMessage[] {
  const { text = [], recipient = [undefined], kind } = readAll(item, MESSAGE_NAMES) ?? {};
  const [content, ...others] = text;
  // Two texts or two recipients are ambiguous.
  if (others.length > 0 || recipient.length > 1) return [];
  if (isFields(content) && recipient[0] === undefined) return readItem(content);
  const words = readText(content);
  const names: readonly unknown[] = recipient.flat();
  const to = names.map((name) => (name === undefined ? '' : readText(name)));
  if (words === undefined || !to.every((name) => name !== undefined)) return [];
  const kinds = kind?.map((each) => readText(each)?.toLowerCase()) ?? [];
  if (kinds.includes('private'))
    return to.map((name) => ({ recipient: readRecipient(name) === 'GLOBAL' ? '' : name, text: words }));
  if (kinds.includes('global') || kinds.includes('public')) return [{ recipient: 'GLOBAL', text: words }];
  return to.map((name) => ({ recipient: name, text: words }));
}
