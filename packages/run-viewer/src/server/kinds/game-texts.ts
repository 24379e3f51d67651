import type { GameFact } from '@entente/diplomacy-game/state';
import type { FactText } from './run-reader.js';

/** Texts of a fact of a game: press and orders, and what powers keep for themselves. */
export function textsOfGame(fact: GameFact): readonly FactText[] {
  switch (fact.type) {
    case 'round-held':
      return [...fact.messages, ...fact.dropped].map(({ sender, recipient, text }) => ({
        as: 'said',
        who: `${sender} to ${recipient}`,
        text,
      }));
    case 'orders-submitted':
      return fact.orders.map((text) => ({ as: 'said', who: fact.power, text }));
    case 'phase-summarized':
      return [{ as: 'said', who: null, text: fact.text }];
    case 'plan-made':
      return [{ as: 'thought', who: fact.power, text: fact.plan }];
    case 'diary-written':
    case 'diary-consolidated':
      return [{ as: 'thought', who: fact.power, text: fact.text }];
    case 'agent-initialized':
      return fact.goals.map((text) => ({ as: 'thought', who: fact.power, text }));
    case 'agent-updated':
      return [...(fact.goals ?? []), ...(fact.note === undefined ? [] : [fact.note])].map((text) => ({
        as: 'thought',
        who: fact.power,
        text,
      }));
    case 'phase-analyzed':
      return fact.written.flatMap(textsOfGame);
    default:
      return [];
  }
}
