import {
  adjustmentsDue,
  formatOrder,
  type LegalOrder,
  legalOrdersOfPower,
  type MapOptions,
  type OrderableUnit,
  parsePhase,
  type Position,
  type Power,
} from '@entente/diplomacy-rules';
import { inMapOrder } from './geography.js';
import { situationOf } from './situation.js';

/**
 * Lists every legal order of a power in short form; `expandLegalOrders` gives back each of them. In a movement phase there is one line for
 * each unit, in map order: `A PAR: H; - BRE, BUR; S A MAR - BUR, GAS`. In other phases orders are written out: `A MAR R GAS; A MAR D`. The
 * first paragraph explains how to read and write them.
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

/** One line for each site or unit. A waive is possible everywhere, so it is listed once. */
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

/**
 * Returns the canonical text of every order in a text of `describeLegalOrders`, in the same order; empty if it lists none. An offline model
 * therefore needs nothing but the prompt.
 */
export function expandLegalOrders(description: string): readonly string[] {
  const rulesEnd = description.indexOf('\n\n');
  return rulesEnd < 0
    ? []
    : description
        .slice(rulesEnd + 2)
        .split('\n')
        .flatMap(expandLine);
}

function expandLine(line: string): readonly string[] {
  const colon = line.indexOf(': ');
  if (colon < 0) return line.split('; ');
  const unit = line.slice(0, colon);
  return line
    .slice(colon + 2)
    .split('; ')
    .flatMap((group) => {
      const start = sharedStart(group);
      const items = group.slice(start.length).split(', ');
      return items.map((item) => `${unit} ${start}${item}`);
    });
}

/**
 * Returns the beginning of an order's text after its unit that is shared by the orders in one group: `- ` of `- BUR`, `S A MAR - ` of `S A
 * MAR - BUR`, `S ` of `S A MAR`, nothing of `H`.
 */
function sharedStart(text: string): string {
  const dash = text.indexOf('- ');
  return dash < 0 ? text.slice(0, text.indexOf(' ') + 1) : text.slice(0, dash + 2);
}
