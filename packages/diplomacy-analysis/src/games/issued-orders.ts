import { type GameState, seatAt } from '@entente/diplomacy-game';
import type { OrderResult, Power } from '@entente/diplomacy-rules';

/** Orders as statistics group them: both kinds of support are one. */
export const ORDER_GROUPS = ['move', 'hold', 'support', 'convoy', 'retreat', 'build', 'disband', 'waive'] as const;
export type OrderGroup = (typeof ORDER_GROUPS)[number];

/** One order of a game, and what became of it. */
export interface IssuedOrder {
  readonly phase: string;
  readonly power: Power;
  readonly model: string | null;
  readonly group: OrderGroup;
  readonly order: string;
  readonly results: readonly OrderResult[];
  readonly succeeded: boolean;
  /** Whether the power wrote it. Otherwise the rules filled in for a unit without an order: it held, disbanded or was removed. */
  readonly written: boolean;
}

/** Every order of the phases that were judged, oldest first. */
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

/** The kind of an order by its canonical text: `A PAR S A BUR` is support. */
export function orderGroupOf(order: string): OrderGroup {
  return GROUP_OF_MARK[order.split(' ', 3)[2] ?? ''] ?? 'waive';
}

/** A unit that is ordered to disband and does has done as it was told. */
const isSuccess = (group: OrderGroup, results: readonly OrderResult[]): boolean =>
  results.every((result) => group === 'disband' && result === 'disband');
