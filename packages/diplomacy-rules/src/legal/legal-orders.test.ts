import { describe, expect, it } from 'vitest';
import { startingPosition } from '../values/starting-position.js';
import { legalOrders, legalOrdersOfPower, legalOrdersOfUnit } from './legal-orders.js';

describe('legalOrders', () => {
  it('finds all orders of the starting position', () => {
    const position = startingPosition();
    const orders = legalOrders(position);
    expect(orders.FRANCE.map(({ unit }) => unit)).toEqual(position.units.FRANCE);
    expect(legalOrdersOfPower(position, 'FRANCE')).toEqual(orders.FRANCE);
    expect(legalOrdersOfUnit(position, 'A PAR')).toEqual(orders.FRANCE[2]?.orders);
  });
});
