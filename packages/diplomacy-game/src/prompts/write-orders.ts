import { parsePhase, standardMap } from '@entente/diplomacy-rules';
import { definePrompt, type Message } from '@entente/llm-clients';
import { z } from 'zod';
import type { OrderComplaints, WrittenOrders } from '../agents/power-agent.js';
import { defineFormatPrompt } from './format-prompt.js';
import { powerMessages, type PowerRequest } from './power-messages.js';
import type { Task } from './prompt-set.js';
import { isEmpty, isFields, isThought, readAll, readRest, readText, readTexts } from './replies/read-fields.js';
import { answerIn, type ReplyForm } from './task-section.js';

/** Shape in which orders are asked for. */
const ORDERS_SHAPE = '{"reasoning": string, "orders": [string]}';

const NAMES = {
  orders: ['orders', 'order', 'moves', 'commands'],
  reasoning: ['reasoning', 'reason', 'thoughts', 'rationale', 'explanation', 'analysis'],
} as const;

const ORDER_NAMES = { order: ['order', 'command', 'text', 'action'], unit: ['unit'] } as const;

/**
 * Orders as texts, in any form that models use: a list of texts or of objects with an `order`, a map from units to orders, lines, a bare
 * list of order-like texts, or a reply that consists of lines of orders.
 */
export const ordersReply: z.ZodType<WrittenOrders> = z.preprocess(
  (value) => {
    if (Array.isArray(value)) {
      const orders = readOrders(value);
      return orders && orders.length > 0 && orders.every((text) => LIKE_AN_ORDER.test(text))
        ? { reasoning: '', orders }
        : undefined;
    }
    if (typeof value === 'string') {
      const orders = readOrderLines(value);
      return orders && { reasoning: '', orders };
    }
    const alone = isFields(value) && readAll(value, { unit: ORDER_NAMES.unit }) ? readOrder(value) : undefined;
    if (alone) return { reasoning: '', orders: alone };
    const said = readAll(value, NAMES);
    const [first, ...others] = said?.orders?.filter((each) => !isEmpty(each)) ?? [];
    // Orders under two names are ambiguous.
    if (said?.orders === undefined || others.length > 0) return undefined;
    if (Object.entries(readRest(value, NAMES)).some(([key, item]) => isMoreOrders(key, item))) return undefined;
    const orders = first === undefined ? [] : readOrders(first);
    return orders && { reasoning: readTexts(said.reasoning) ?? '', orders };
  },
  z.object({ reasoning: z.string(), orders: z.array(z.string()) }),
);

const ORDER_TASKS = { M: 'movement-orders', R: 'retreat-orders', A: 'adjustment-orders' } as const satisfies Record<string, Task>;

/** Input of a prompt for orders; with complaints the second time. */
interface OrdersRequest extends PowerRequest {
  readonly again?: OrderComplaints;
}

/** Asks a power for its orders. Each type of phase has a task of its own. */
export const writeOrdersPrompt = definePrompt<OrdersRequest, WrittenOrders>({
  name: 'write-orders',
  version: '1',
  schema: ordersReply,
  shape: 'in-words',
  render: ({ again, ...request }) => {
    const task = ORDER_TASKS[parsePhase(request.observation.position.phase)?.type ?? 'M'];
    const asked = powerMessages(request, { task, shape: ORDERS_SHAPE });
    return again === undefined ? asked : [...asked, ...askedAgain(again, request.form ?? 'json')];
  },
});

/** Adds the first answer and the complaints to the first request. The beginning stays the first request, which providers have cached. */
function askedAgain({ written, complaints }: OrderComplaints, form: ReplyForm): readonly Message[] {
  const { reasoning, orders } = written;
  const answer = form === 'json' ? JSON.stringify({ reasoning, orders }) : [reasoning, ...orders].join('\n');
  const request = [
    'Your orders were checked:',
    ...complaints.map((complaint) => `- ${complaint}`),
    'Write the orders that are missing or have to be corrected, and only those; all your other orders stand. Take them from YOUR LEGAL ORDERS.',
    answerIn(form, ORDERS_SHAPE),
  ].join('\n');
  return [
    { role: 'assistant', parts: [{ kind: 'tail', text: answer.trim() === '' ? '(no orders)' : answer }] },
    { role: 'user', parts: [{ kind: 'tail', text: request }] },
  ];
}

/** Second step: converts free text to JSON. */
export const formatOrdersPrompt = defineFormatPrompt<WrittenOrders>({
  name: 'format-orders',
  hint:
    'One entry for each order that the player settled on in the end, not for those it only considered or expects of others, in this notation: "A PAR H", "A PAR - BUR", ' +
    '"A MAR S A PAR - BUR", "A MAR S A PAR", "F NTH C A LON - NWY", "A LON - NWY VIA", "A MAR R GAS", "A MAR D", "F BRE B", "WAIVE". "reasoning" is why, in a few sentences.',
  shape: ORDERS_SHAPE,
  schema: ordersReply,
});

const LIKE_AN_ORDER = /^\W*(?:[AF]\s|army\b|fleet\b|build\b|remove\b|disband\b|waive\b|[A-Z]{3}\b)/i;

/** Whether another field may hold orders, or the unit of one: `{"orders": [...], "builds": [...]}`. */
const isMoreOrders = (key: string, item: unknown): boolean =>
  !isThought(key) && !isEmpty(item) && (typeof item === 'object' || readAll({ [key]: item }, ORDER_NAMES) !== undefined);

/** Reads orders; `undefined` if one of them cannot be read, so that no written order is left out. */
function readOrders(value: unknown): readonly string[] | undefined {
  if (typeof value === 'string') return readOrderLines(value) ?? value.split(/[\n;]/).flatMap(nonEmpty);
  if (Array.isArray(value)) return all(value.filter((item) => !isEmpty(item)).map(readOrder));
  return isFields(value) ? readMap(value) : undefined;
}

function readOrder(item: unknown): readonly string[] | undefined {
  if (typeof item === 'string') return nonEmpty(item);
  if (Array.isArray(item)) return readOrders(item);
  const { order = [], unit = [] } = readAll(item, ORDER_NAMES) ?? {};
  if (order.length === 0 && unit.length === 0) return isFields(item) ? readMap(item) : undefined;
  const text = order.length === 1 ? readText(order[0]) : undefined;
  const of = unit.length <= 1 ? readText(unit[0] ?? '') : undefined;
  if (text === undefined || of === undefined) return undefined;
  // `{"unit": "F BRE", "order": "MOVE", "destination": "MAO"}` has more content than unit and order.
  const isMore = Object.entries(readRest(item, ORDER_NAMES)).some(([key, said]) => !isThought(key) && !isEmpty(said));
  return isComplete(text) || !isMore ? withUnit(of, text) : undefined;
}

/** `{"A PAR": "- BUR", "F BRE": {"order": "H"}}` */
function readMap(orders: Readonly<Record<string, unknown>>): readonly string[] | undefined {
  return all(
    Object.entries(orders)
      .filter(([, said]) => !isEmpty(said))
      .map(([unit, said]) => {
        if (isUnit(unit) && !LIKE_AN_ORDER.test(unit)) return undefined;
        const text = readText(said);
        if (text !== undefined) return withUnit(isUnit(unit) ? unit : '', text);
        return isFields(said) ? readOrder({ unit, ...said }) : undefined;
      }),
  );
}

const all = (read: readonly (readonly string[] | undefined)[]): readonly string[] | undefined =>
  read.every((each) => each !== undefined) ? read.flat() : undefined;

/** Lists that became maps have numbers for keys. */
const isUnit = (key: string): boolean => /\D/.test(key);

/** Whether an order names its unit. */
const isComplete = (order: string): boolean => LIKE_AN_ORDER.test(order) && !/^\W/.test(order) && order.split(/\s+/).length > 2;

/** Adds the unit to an order that lacks it: `- BUR` of `A PAR` becomes `A PAR - BUR`. */
const withUnit = (unit: string, order: string): readonly string[] => nonEmpty(isComplete(order) ? order : `${unit} ${order}`);

const nonEmpty = (text: string): readonly string[] => (text.trim() === '' ? [] : [text.trim()]);

const names = standardMap.provinces.flatMap(({ id, name, aliases = [] }) => [id, name, ...aliases]);
const PLACE = `(?:${names.map((name) => name.replace(/[^\p{L}\p{N} ]/gu, '.')).join('|')})`;
/** A complete order on a line of its own: `A PAR - BUR`, `Army Paris holds`, `BUILD F BRE`, `WAIVE`. */
const ORDER_LINE = new RegExp(
  `^(?:(?:(?:build|remove|disband|retreat)\\s+)?(?:A|F|army|fleet)\\s+${PLACE}(?![\\p{L}\\p{N}])[^,:]*|waive)$`,
  'iu',
);
const LIST_MARK = /^(?:[-*•]|\d{1,2}[.)])\s+/;
const HEADING = /^[#*_\s]*(?:(?:my|final|the|your)\s+)?orders[*_\s]*:?[*_\s]*$/i;

/** Reads a text that consists of lines of orders, list marks and a heading aside; `undefined` for any other text. */
function readOrderLines(text: string): readonly string[] | undefined {
  const lines = text
    .split(/[\n;]/)
    .map((line) =>
      line
        .trim()
        .replace(LIST_MARK, '')
        .replace(/^[`"'](.*)[`"'],?$/, '$1')
        .trim(),
    )
    .filter((line) => line !== '' && !HEADING.test(line))
    .flatMap((line) => (ORDER_LINE.test(line) ? [line] : line.split(',').map((part) => part.trim())));
  return lines.length > 0 && lines.every((line) => ORDER_LINE.test(line)) ? lines : undefined;
}
