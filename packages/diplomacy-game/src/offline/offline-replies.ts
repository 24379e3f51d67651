import type { OfflineRequest } from '@entente/llm-clients';
import { expandLegalOrders } from '../context/index.js';
import { SECTIONS } from '../prompts/game-messages.js';

type OfflineReply = (request: OfflineRequest, random: () => number) => string;

const json =
  (value: unknown): OfflineReply =>
  () =>
    JSON.stringify(value);

/** What a power sets out with. */
export const offlineOutset: OfflineReply = json({ goals: ['Take two neutral centres.'], relationships: [] });

/** What a power says in a round. */
export const offlineMessages: OfflineReply = json({ messages: [], done: true });

/** What a power means to do. */
export const offlinePlan: OfflineReply = () => 'Hold what is ours and take what is free.';

/** What a power makes of a negotiation. */
export const offlineNegotiationDiary: OfflineReply = json({ diary: 'Nothing was agreed.', relationships: [] });

/** The orders of a power. */
export const offlineOrders: OfflineReply = (request, random) => {
  const text = request.messages.map((message) => message.text).join('\n');
  const section = text.slice(text.indexOf(SECTIONS.legalOrders)).split(/\n\n(?=[A-Z]{3,})/)[0] ?? '';
  const byUnit = new Map<string, string[]>();
  for (const order of expandLegalOrders(section)) {
    const unit = order.split(' ').slice(0, 2).join(' ');
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), order]);
  }
  const orders = [...byUnit.values()].map((list) => list[Math.floor(random() * list.length)] as string);
  return JSON.stringify({ reasoning: 'Any of these will do.', orders });
};

/** What a power makes of a phase. */
export const offlinePhaseDiary: OfflineReply = () => 'The phase went as phases go.';

/** How a power stands after a phase. */
export const offlineStateUpdate: OfflineReply = json({ goals: [], relationships: [] });

/** Years of diary in one text. */
export const offlineConsolidation: OfflineReply = () => 'Some years passed.';

/** A phase for spectators. */
export const offlineSummary: OfflineReply = () => 'The powers moved.';

/** Prose of the two-step mode as JSON. */
export const offlineFormat: OfflineReply = json({});
