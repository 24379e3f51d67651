import { countAdjustments } from './adjustments-due.js';
import type { Board } from '../board/board.js';
import { readBoard } from '../board/board.js';
import { provinceNumberOf } from '../board/read-order.js';
import { namingWhatIsWrong } from '../name-what-is-wrong.js';
import type { RulesOptions } from '../rules-options.js';
import { mapIndexOf, rulebookOf } from '../rules-options.js';
import type { Illegality } from '../values/illegality.js';
import type { LegalOrder, Order, OrdersByPower } from '../values/order.js';
import { parsePhase } from '../values/phase.js';
import type { Position } from '../values/position.js';
import type { ByPower, Power } from '../values/power.js';
import { createOrderSheet, takeOrder } from './order-sheet.js';
import { readAdjustments } from './read-adjustments.js';
import { readRetreat } from './retreat-illegality.js';

/** An order with its legality. */
export type CheckedOrder =
  | { readonly legal: true; readonly order: LegalOrder }
  | { readonly legal: false; readonly order: Order; readonly illegality: Illegality };

/**
 * Checks whether the rules allow each order, and returns them in the sequence given. The second of two orders to one unit is illegal, and
 * so are the last of too many builds or removals, and all orders in a game that is over.
 * @throws {InvalidPositionError} If the position is impossible.
 */
export function checkOrders<P extends string = Power>(
  position: Position<P>,
  orders: OrdersByPower<P>,
  options: RulesOptions<P> = {},
): ByPower<readonly CheckedOrder[], P> {
  const illegalities = namingWhatIsWrong({ position, orders, options }, () => illegalitiesOf(position, orders, options));
  const rows = mapIndexOf(options).powers.map((power, number): [P, readonly CheckedOrder[]] => {
    const own = orders[power] ?? [];
    return [power, own.map((order, at) => checked(order, illegalities[number]?.[at] ?? null))];
  });
  return Object.fromEntries(rows) as ByPower<readonly CheckedOrder[], P>;
}

/**
 * Returns why a power may not give an order, considered on its own, or `null` if it may.
 * @throws {InvalidPositionError} If the position is impossible.
 */
export function checkOrder<P extends string = Power>(
  position: Position<P>,
  power: P,
  order: Order,
  options: RulesOptions<P> = {},
): Illegality | null {
  const orders = { [power]: [order] } as unknown as OrdersByPower<P>;
  const number = mapIndexOf(options).powers.indexOf(power);
  const found = namingWhatIsWrong({ position, orders, options }, () => illegalitiesOf(position, orders, options));
  return found[number]?.[0] ?? null;
}

function checked(order: Order, illegality: Illegality | null): CheckedOrder {
  return illegality === null ? { legal: true, order: order as LegalOrder } : { legal: false, order, illegality };
}

/** Illegality by power and order. */
function illegalitiesOf<P extends string>(
  position: Position<P>,
  orders: OrdersByPower<P>,
  options: RulesOptions<P>,
): readonly (readonly (Illegality | null)[])[] {
  const index = mapIndexOf(options);
  switch (parsePhase(position.phase)?.type) {
    case 'M': {
      const sheet = createOrderSheet(index);
      readBoard(index, position.units, sheet.board as Board<P>);
      return index.powers.map((name, power) =>
        (orders[name] ?? []).map((order) => {
          const stray = takeOrder(sheet, order, { power, rulebook: rulebookOf(options) });
          if (stray !== null || order.kind === 'waive') return stray;
          const unit = sheet.board.unitAt[provinceNumberOf(index, order.unit)]!;
          return sheet.illegalities[unit] ?? null;
        }),
      );
    }
    case 'R':
      return index.powers.map((power) => {
        const seen = new Set<string>();
        return (orders[power] ?? []).map((order): Illegality | null => {
          const retreat = readRetreat(index, position, power, order);
          if ('kind' in retreat) return retreat;
          return seen.size === seen.add(retreat.unit).size ? { kind: 'second-order', order } : null;
        });
      });
    case 'A':
      return index.powers.map((power) => {
        const read = readAdjustments(index, position, {
          power,
          orders: orders[power] ?? [],
          due: countAdjustments(index, position, power),
        });
        return read.map(({ result }) => ('order' in result ? result : null));
      });
    case undefined:
      return index.powers.map((power) => (orders[power] ?? []).map((order) => ({ kind: 'wrong-phase', order })));
  }
}
