import { deferredPath } from '@entente/simulation-core/journal';
import type { GameFact } from '../state/game-facts.js';
import { callBase, workKey } from './call-base.js';

/** Beginnings of the paths of the calls that a fact rests on; empty for a fact that no call made. */
export function callsBehindFact(fact: GameFact): readonly string[] {
  switch (fact.type) {
    case 'agent-initialized':
      return [callBase.initialization(fact.power)];
    case 'round-held':
      return [callBase.round(fact)];
    case 'plan-made':
      return [callBase.plan(fact), callBase.planBeforeOrders(fact)];
    case 'diary-written':
      return [DIARY_CALLS[fact.kind](fact)];
    case 'orders-submitted':
    case 'orders-defaulted':
      return [callBase.orders(fact)];
    case 'phase-resolved':
      return [callBase.ordersOfAll(fact)];
    case 'agent-updated':
      return [callBase.stateUpdate(fact)];
    case 'phase-analyzed':
      return [deferredPath(workKey.analysis(fact))];
    case 'diary-consolidated':
      return [callBase.consolidation({ phase: `S${fact.throughYear + 1}M`, power: fact.power })];
    case 'phase-summarized':
    case 'summary-missing':
      return [callBase.summary(fact)];
    default:
      return [];
  }
}

const DIARY_CALLS = {
  negotiation: callBase.negotiationDiary,
  orders: callBase.orders,
  'phase-result': callBase.phaseDiary,
} as const;
