import { z } from 'zod';
import type { WrittenOrders } from '../../agents/power-agent.js';
import { readOrderLines } from './read-order-lines.js';
import { isFields, readFields, readText } from './read-fields.js';

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
      return orders.length > 0 && orders.every((text) => LIKE_AN_ORDER.test(text)) ? { reasoning: '', orders } : undefined;
    }
    if (typeof value === 'string') {
      const orders = readOrderLines(value);
      return orders && { reasoning: '', orders };
    }
    const fields = readFields(value, NAMES);
    if (fields?.orders === undefined) return undefined;
    return { reasoning: readText(fields.reasoning) ?? '', orders: readOrders(fields.orders) };
  },
  z.object({ reasoning: z.string(), orders: z.array(z.string()) }),
);

const LIKE_AN_ORDER = /^\W*(?:[AF]\s|army\b|fleet\b|build\b|remove\b|disband\b|waive\b|[A-Z]{3}\b)/i;

function readOrders(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split(/[\n;]/).flatMap(nonEmpty);
  if (Array.isArray(value)) return value.flatMap(readOrder);
  if (!isFields(value)) return [];
  return Object.entries(value).flatMap(([unit, order]) => withUnit(unit, readText(order) ?? ''));
}

function readOrder(item: unknown): readonly string[] {
  if (typeof item === 'string') return nonEmpty(item);
  const { order, unit } = readFields(item, ORDER_NAMES) ?? {};
  const text = readText(order);
  return text === undefined ? [] : withUnit(readText(unit) ?? '', text);
}

/** `- BUR` said of `A PAR` is `A PAR - BUR`; an order that names its unit is left alone. */
const withUnit = (unit: string, order: string): readonly string[] =>
  nonEmpty(LIKE_AN_ORDER.test(order) && !/^\W/.test(order) && order.split(/\s+/).length > 2 ? order : `${unit} ${order}`);

const nonEmpty = (text: string): readonly string[] => (text.trim() === '' ? [] : [text.trim()]);
