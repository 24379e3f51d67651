import { z } from 'zod';
import type { WrittenMessage, WrittenPress } from '../../agents/power-agent.js';
import { readRecipient } from '../../state/read-recipient.js';
import { isFields, isThought, plainName, readAll, readRest, readText } from './read-fields.js';

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

/** Whether nothing in an object may be a message by a name of its own: `{"private_messages": [...]}`, `{"ITALY": "..."}`. */
function saysNoMore(rest: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(rest).every(
    ([key, item]) =>
      isThought(key) || isNothing(item) || (typeof item !== 'object' && !isOfMessage(key) && readRecipient(key) === null),
  );
}

const isOfMessage = (key: string): boolean =>
  [...MESSAGE_NAMES.text, ...MESSAGE_NAMES.recipient].some((name) => plainName(name) === plainName(key));

/** No list, where one of its items cannot be read: a message that was written is never left out. */
function readList(items: readonly unknown[], done: unknown): WrittenPress | undefined {
  const read = items.filter((item) => !isNothing(item)).map(readItem);
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

/** A message, for each of its recipients; a map from recipients to texts. None, where not all of it can be read. */
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
  // Two texts, or two recipients by two names: which of them is meant cannot be told.
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
