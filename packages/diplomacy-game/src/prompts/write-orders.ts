import { parsePhase } from '@entente/diplomacy-rules';
import { definePrompt, type Message } from '@entente/llm-clients';
import type { OrderComplaints, WrittenOrders } from '../agents/power-agent.js';
import { defineFormatPrompt } from './format-prompt.js';
import { powerMessages, type PowerRequest } from './power-messages.js';
import { type Task, TASKS } from './prompt-set.js';
import { ORDERS_SHAPE, ordersReply } from './replies/orders-reply.js';
import { answerIn, type ReplyForm } from './task-section.js';

const ORDER_TASKS = { M: 'movement-orders', R: 'retreat-orders', A: 'adjustment-orders' } as const satisfies Record<string, Task>;

/** A power's orders; the second time with what is wrong with those it wrote. */
interface OrdersRequest extends PowerRequest {
  readonly again?: OrderComplaints;
}

/** The orders of a power in a phase of any kind, each kind in words of its own. */
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

/** The first answer and what is wrong with it, after what was asked: the beginning is the first request, which providers have cached. */
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

/** The same out of plain words. */
export const formatOrdersPrompt = defineFormatPrompt<WrittenOrders>({
  name: 'format-orders',
  hint:
    'One entry for each order that the player settled on in the end, not for those it only considered or expects of others, in this notation: "A PAR H", "A PAR - BUR", ' +
    '"A MAR S A PAR - BUR", "A MAR S A PAR", "F NTH C A LON - NWY", "A LON - NWY VIA", "A MAR R GAS", "A MAR D", "F BRE B", "WAIVE". "reasoning" is why, in a few sentences.',
  shape: ORDERS_SHAPE,
  schema: ordersReply,
});
