import { type GameState, seatAt } from '@entente/diplomacy-game/state';
import type { OrderResult, Power } from '@entente/diplomacy-rules';

/** Kinds of orders in statistics; both kinds of support are one. */
export const ORDER_GROUPS = ['move', 'hold', 'support', 'convoy', 'retreat', 'build', 'disband', 'waive'] as const;
export type OrderGroup = (typeof ORDER_GROUPS)[number];

/** One order of a game with its results. */
export interface IssuedOrder {
  readonly phase: string;
  readonly power: Power;
  readonly model: string | null;
  readonly group: OrderGroup;
  readonly order: string;
  readonly results: readonly OrderResult[];
  readonly succeeded: boolean;
  /** Whether the power wrote it. Otherwise the unit had no order, and held, disbanded or was removed by the rules. */
  readonly written: boolean;
}

/** Lists every order of the adjudicated phases, oldest first. */
export function issuedOrders(state: GameState): readonly IssuedOrder[] {
  return state.history.flatMap(({ phase, orders, outcomes }) =>
    outcomes.map(({ power, order, results }): IssuedOrder => {
      const group = orderGroupOf(order);
      const written = orders[power]?.includes(order) ?? false;
      return {
        phase,
        power,
        model: seatAt(state, power, phase)?.model ?? null,
        group,
        order,
        results,
        succeeded: isSuccess(group, results),
        written,
      };
    }),
  );
}

const GROUP_OF_MARK: Readonly<Record<string, OrderGroup>> = {
  '-': 'move',
  H: 'hold',
  S: 'support',
  C: 'convoy',
  R: 'retreat',
  B: 'build',
  D: 'disband',
};

/** Returns the kind of an order by its canonical text: `A PAR S A BUR` is support. */
export function orderGroupOf(order: string): OrderGroup {
  return GROUP_OF_MARK[order.split(' ', 3)[2] ?? ''] ?? 'waive';
}

/** A unit that was ordered to disband, and did, obeyed. */
const isSuccess = (group: OrderGroup, results: readonly OrderResult[]): boolean =>
  results.every((result) => group === 'disband' && result === 'disband');
