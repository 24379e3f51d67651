import { z } from 'zod';
import type { WrittenOrders } from '../../agents/power-agent.js';
import { readOrderLines } from './read-order-lines.js';
import { isEmpty, isFields, isThought, readAll, readRest, readText, readTexts } from './read-fields.js';

/** How orders are asked for. */
export const ORDERS_SHAPE = '{"reasoning": string, "orders": [string]}';

const NAMES = {
  orders: ['orders', 'order', 'moves', 'commands'],
  reasoning: ['reasoning', 'reason', 'thoughts', 'rationale', 'explanation', 'analysis'],
} as const;

const ORDER_NAMES = { order: ['order', 'command', 'text', 'action'], unit: ['unit'] } as const;

/**
 * Orders as texts, whoever sent them how: a list of texts or of objects with an `order`, a map from units to orders, lines, a bare list of
 * what looks like orders, or a reply that is nothing but lines of orders.
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
    // Orders by two names: which of them are meant cannot be told.
    if (said?.orders === undefined || others.length > 0) return undefined;
    if (Object.entries(readRest(value, NAMES)).some(([key, item]) => isMoreOrders(key, item))) return undefined;
    const orders = first === undefined ? [] : readOrders(first);
    return orders && { reasoning: readTexts(said.reasoning) ?? '', orders };
  },
  z.object({ reasoning: z.string(), orders: z.array(z.string()) }),
);

const LIKE_AN_ORDER = /^\W*(?:[AF]\s|army\b|fleet\b|build\b|remove\b|disband\b|waive\b|[A-Z]{3}\b)/i;

/** What may be orders by a name of its own, or the unit of one: `{"orders": [...], "builds": [...]}`. */
const isMoreOrders = (key: string, item: unknown): boolean =>
  !isThought(key) && !isEmpty(item) && (typeof item === 'object' || readAll({ [key]: item }, ORDER_NAMES) !== undefined);

/** None, where one of them cannot be read: an order that was written is never left out. */
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
  // `{"unit": "F BRE", "order": "MOVE", "destination": "MAO"}` says more than the two.
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

/** `- BUR` said of `A PAR` is `A PAR - BUR`; an order that names its unit is left alone. */
const withUnit = (unit: string, order: string): readonly string[] => nonEmpty(isComplete(order) ? order : `${unit} ${order}`);

const nonEmpty = (text: string): readonly string[] => (text.trim() === '' ? [] : [text.trim()]);
