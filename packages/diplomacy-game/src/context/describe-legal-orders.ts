import type { LegalOrder, MapOptions, OrderableUnit, Position, Power } from '@entente/diplomacy-rules';
import { adjustmentsDue, formatOrder, legalOrdersOfPower, parsePhase } from '@entente/diplomacy-rules';
import { inMapOrder } from './geography.js';
import { sharedStart } from './shared-start.js';
import { situationOf } from './situation.js';

/**
 * Every legal order of a power, condensed but complete: `expandLegalOrders` gives back each of them. In a movement phase a line a unit, in
 * map order, `A PAR: H; - BRE, BUR; S A MAR - BUR, GAS`; in others the orders as they are written, `A MAR R GAS; A MAR D`. A first
 * paragraph says how to read and to write them.
 */
export function describeLegalOrders<P extends string = Power>(
  position: Position<P>,
  power: P,
  options: MapOptions<P> = {},
): string {
  const { geography } = situationOf(position, options);
  const orderables = inMapOrder(geography, legalOrdersOfPower(position, power, options), ({ location }) => location);
  if (orderables.length === 0) return `${power} has no orders to give in this phase.`;
  switch (parsePhase(position.phase)?.type) {
    case 'R': {
      const placeOf = (order: LegalOrder) => (order.kind === 'retreat' ? order.to : '');
      return listed(
        RETREAT_RULES,
        orderables.map(({ orders }) => wholeOrders(inMapOrder(geography, orders, placeOf))),
      );
    }
    case 'A': {
      const { count } = adjustmentsDue(position, power, options);
      return listed(count > 0 ? buildRules(count) : removalRules(-count), adjustmentLines(orderables));
    }
    default:
      return listed(MOVEMENT_RULES, orderables.map(movementLine));
  }
}

const MOVEMENT_RULES = [
  'One order for each unit. "A XXX: H; - YYY, ZZZ VIA; S A QQQ, F RRR; S A QQQ - YYY, ZZZ" stands for the orders "A XXX H" (hold),',
  '"A XXX - YYY", "A XXX - ZZZ VIA" (by convoy), "A XXX S A QQQ", "A XXX S F RRR" (support in place), "A XXX S A QQQ - YYY" and',
  '"A XXX S A QQQ - ZZZ" (support of a move). "F XXX C A QQQ - YYY" convoys.',
].join('\n');

const RETREAT_RULES = 'One order for each unit, as it is written here: "R" (not "-") retreats, "D" disbands.';

const buildRules = (count: number): string =>
  `Up to ${count} of these orders, at most one a line: "B" builds. "WAIVE" leaves one of the ${count} unused.`;

const removalRules = (count: number): string => `Exactly ${count} of these orders: "D" removes a unit.`;

const listed = (rules: string, lines: readonly string[]): string => `${rules}\n\n${lines.join('\n')}`;

const wholeOrders = (orders: readonly LegalOrder[]): string => orders.map(formatOrder).join('; ');

/** One line a site or unit. To waive is possible everywhere, so it is said once. */
function adjustmentLines(orderables: readonly OrderableUnit[]): readonly string[] {
  const isWaive = ({ kind }: LegalOrder) => kind === 'waive';
  const waives = orderables.some(({ orders }) => orders.some(isWaive));
  const lines = orderables.map(({ orders }) => wholeOrders(orders.filter((order) => !isWaive(order))));
  return waives ? [...lines, 'WAIVE'] : lines;
}

function movementLine({ unit, location, orders }: OrderableUnit): string {
  const name = unit ?? location;
  const items = new Map<string, string[]>();
  for (const order of orders) {
    const text = formatOrder(order).slice(name.length + 1);
    const start = sharedStart(text);
    const known = items.get(start);
    if (known === undefined) items.set(start, [text.slice(start.length)]);
    else known.push(text.slice(start.length));
  }
  return `${name}: ${[...items].map(([start, list]) => `${start}${list.join(', ')}`).join('; ')}`;
}
