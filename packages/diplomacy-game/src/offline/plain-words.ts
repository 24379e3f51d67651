import { type Power, POWERS } from '@entente/diplomacy-rules';
import { type Relationship, RELATIONSHIPS } from '../state/index.js';
import { ORDER_PATTERN } from './read-order-text.js';
import type { Reading } from './read-prompt.js';

/** Content of a reply, independent of its form. Absent fields were not asked for. */
export interface SaidInWords {
  readonly diary?: string | undefined;
  readonly goals?: readonly string[] | undefined;
  readonly relationships?: { readonly [power in Power]?: Relationship } | undefined;
  readonly note?: string | undefined;
}

const DIARY = 'For my diary: ';
const NOTE = 'A note to myself: ';
const GOAL = 'I aim to: ';
const NOTHING_MORE = 'That is all I have to say in this phase.';
const MORE_TO_COME = 'I expect to have more to say.';

/** Writes messages in the way one dictates them to a secretary. */
export const messagesInWords = ({
  messages,
  done,
}: {
  readonly messages: readonly { readonly recipient: string; readonly text: string }[];
  readonly done: boolean;
}): string =>
  [
    ...messages.map(({ recipient, text }) => `To ${recipient === 'GLOBAL' ? 'everybody' : recipient}: ${text}`),
    done ? NOTHING_MORE : MORE_TO_COME,
  ].join('\n');

/** Reads a text of `messagesInWords`. */
export function messagesFromWords(text: string): {
  readonly messages: readonly { readonly recipient: string; readonly text: string }[];
  readonly done: boolean;
} {
  const found = [...text.matchAll(/^To ([A-Z]+|everybody): (.+)$/gm)];
  return {
    messages: found.map(([, to = '', words = '']) => ({ recipient: to === 'everybody' ? 'GLOBAL' : to, text: words })),
    done: text.includes(NOTHING_MORE),
  };
}

/** Writes orders, with the reason before them. */
export const ordersInWords = ({
  reasoning,
  orders,
}: {
  readonly reasoning: string;
  readonly orders: readonly string[];
}): string => [reasoning, 'So my orders are:', ...orders.map((order) => `* ${order}`)].join('\n');

/** Reads a text of `ordersInWords`. */
export function ordersFromWords(text: string): { readonly reasoning: string; readonly orders: readonly string[] } {
  const [reasoning = ''] = text.split(/^So my orders are:$/m);
  return { reasoning: reasoning.trim(), orders: [...text.matchAll(/^\* (.+)$/gm)].map(([, order = '']) => order.trim()) };
}

/** Writes thoughts about oneself and the others, one a line. */
function thoughtsInWords({ diary, goals = [], relationships = {}, note }: SaidInWords): string {
  return [
    ...(diary === undefined ? [] : [`${DIARY}${diary}`]),
    ...goals.map((goal) => `${GOAL}${goal}`),
    ...Object.entries(relationships).map(([power, label]) => `Towards ${power} I feel: ${label}.`),
    ...(note === undefined ? [] : [`${NOTE}${note}`]),
  ].join('\n');
}

/** Reads a text of `thoughtsInWords`. */
export function thoughtsFromWords(text: string): SaidInWords {
  const after = (start: string) => text.split('\n').flatMap((line) => (line.startsWith(start) ? [line.slice(start.length)] : []));
  const relationships: { [power in Power]?: Relationship } = {};
  for (const [, power, label] of text.matchAll(FEELING)) relationships[power as Power] = label as Relationship;
  const goals = after(GOAL);
  const [diary] = after(DIARY);
  const [note] = after(NOTE);
  return {
    diary,
    goals: goals.length === 0 ? undefined : goals,
    relationships: Object.keys(relationships).length === 0 ? undefined : relationships,
    note,
  };
}

const FEELING = new RegExp(`^Towards (${POWERS.join('|')}) I feel: (${RELATIONSHIPS.join('|')})\\.$`, 'gm');

/** Finds orders anywhere in a text that follows no form. */
export const ordersAnywhere = (text: string): readonly string[] => text.match(new RegExp(ORDER_PATTERN, 'g')) ?? [];

/** Thoughts in the form that a prompt wants: plain words, or JSON with relationships as a list. */
export function replyInForm({ wantsPlainWords }: Reading, said: SaidInWords): string {
  return wantsPlainWords ? thoughtsInWords(said) : JSON.stringify(thoughtsInJson(said));
}

/** Relationships as prompts ask for them; a note is called `reasoning` there. */
export function thoughtsInJson({ diary, goals, relationships, note }: SaidInWords): object {
  return {
    reasoning: note,
    diary,
    goals: goals ?? [],
    relationships: Object.entries(relationships ?? {}).map(([power, relationship]) => ({ power, relationship })),
  };
}
