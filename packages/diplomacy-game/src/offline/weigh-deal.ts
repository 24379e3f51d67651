import type { Power } from '@entente/diplomacy-rules';
import type { Deal } from './deal.js';
import { goalOf, readOrderText } from './read-order-text.js';
import type { Reading } from './read-prompt.js';
import type { Stance } from './stance.js';
import { movesTo } from './surroundings.js';

/** Probability that a power agrees to a proposal, from 0 to 1. */
export function weighDeal(
  deal: Deal,
  other: Power,
  { reading, stance, sketch }: { readonly reading: Reading; readonly stance: Stance; readonly sketch: readonly string[] },
): number {
  const regard = stance.regard(other);
  const { temper } = stance;
  // Enemies may get a yes as well, from somebody whose yes means little.
  const open = [0.12, 0.25, 0.4, 0.7, 0.85, 0.95, 0.98][Math.round(regard) + 3] ?? 0.7;
  const willing = regard < 0 ? Math.max(open, 0.6 * (1 - temper.loyalty)) : open;
  switch (deal.kind) {
    case 'peace':
      return willing;
    case 'demilitarized':
      return willing * (sketch.some((text) => goalOf(readOrderText(text)) === deal.province) ? 0.5 : 0.95);
    case 'alliance': {
      if (deal.against === reading.self) return 0;
      const gain = stance.regard(other) - stance.regard(deal.against);
      const isNear = stance.neighbors.some(({ power, moves }) => power === deal.against && moves <= 3);
      return Math.min(1, Math.max(0, willing * (0.55 + 0.2 * gain) * (isNear ? 1 : 0.75)));
    }
    case 'share': {
      const own = deal.shares.find(({ power }) => power === reading.self);
      const isReachable =
        own !== undefined && (reading.board?.units[reading.self] ?? []).some((unit) => movesTo(unit, own.province) <= 2);
      return isReachable ? willing : willing * 0.4;
    }
    case 'order':
      return deal.by === reading.self
        ? willing * chanceOfService(deal.order, { reading, stance, sketch })
        : Math.max(willing, 0.7);
  }
}

/** Probability of giving an order for another power: 0 for an illegal order, and for one that hurts a friend or oneself. */
function chanceOfService(
  text: string,
  { reading, stance, sketch }: { readonly reading: Reading; readonly stance: Stance; readonly sketch: readonly string[] },
): number {
  if (!reading.legalOrders.includes(text)) return 0;
  const order = readOrderText(text);
  const goal = goalOf(order) ?? '';
  const victim = reading.board?.occupants.get(goal)?.power ?? reading.board?.owners.get(goal);
  if (victim === reading.self) return 0;
  if (victim !== undefined && stance.regard(victim) >= 1) return 0.1;
  const instead = sketch.map(readOrderText).find(({ unit }) => unit === order.unit);
  const isBusy = instead?.kind === 'move' && reading.board?.neutral.includes(goalOf(instead) ?? '') === true;
  return isBusy ? 0.3 : victim === stance.target ? 1 : 0.85;
}
