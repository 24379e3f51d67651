import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryPosition } from '../../test/arbitrary-position.js';
import { legalOrders } from '../legal/legal-orders.js';
import { standardMap } from '../map/standard-map.js';
import type { Adjudication } from '../values/adjudication.js';
import type { Order, OrdersByPower } from '../values/order.js';
import type { Phase } from '../values/phase.js';
import type { Position } from '../values/position.js';
import { positionHash } from '../values/position-hash.js';
import type { Power } from '../values/power.js';
import { POWERS } from '../values/power.js';
import { adjudicate } from './adjudicate.js';

const movementPosition = arbitraryPosition(standardMap, fc.constantFrom<Phase>('S1901M', 'F1902M'));

/** Draws a legal order for each unit. Boards are crowded enough for supports and standoffs. */
const drawOrders = (position: Position, dice: readonly number[]): OrdersByPower => {
  let at = 0;
  const orders: { [power in Power]?: readonly Order[] } = {};
  for (const power of POWERS) {
    orders[power] = legalOrders(position)[power].map(
      ({ orders: choices }) => choices[dice[at++ % dice.length]! % choices.length] as Order,
    );
  }
  return orders;
};

/** All results, sorted so that they do not depend on the sequence of the input. */
const told = ({ next, outcomes, dislodged, contested, paradoxConvoys }: Adjudication) => ({
  next: positionHash(next),
  outcomes: outcomes.map(({ power, unit, results }) => `${power} ${String(unit)}: ${results.join(', ')}`).sort(),
  dislodged: dislodged.map(({ unit, by, retreats }) => `${unit} by ${by.unit}: ${retreats.join(' ')}`).sort(),
  contested,
  paradoxConvoys,
});

const reversed = <T>(record: Readonly<Record<string, readonly T[]>>): Record<string, T[]> =>
  Object.fromEntries(
    Object.entries(record)
      .reverse()
      .map(([power, list]) => [power, [...list].reverse()]),
  );

describe('what becomes of orders', () => {
  it('does not depend on the order in which powers, units or orders are listed', () => {
    fc.assert(
      fc.property(movementPosition, fc.array(fc.nat(), { minLength: 40, maxLength: 80 }), (position, dice) => {
        const orders = drawOrders(position, dice);
        const turned = {
          ...position,
          units: reversed(position.units),
          centers: reversed(position.centers),
        } as unknown as Position;

        expect(told(adjudicate(turned, reversed(orders as Record<string, Order[]>)))).toEqual(told(adjudicate(position, orders)));
      }),
      { numRuns: 300 },
    );
  });
});
