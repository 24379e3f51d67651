import { describe, expect, it } from 'vitest';
import { renderMap } from './drawing/render-map.js';
import { InvalidOrdersError, InvalidPositionError } from './errors.js';
import { adjudicate } from './judge/adjudicate.js';
import { checkOrders } from './legal/check-orders.js';
import { legalOrders } from './legal/legal-orders.js';
import type { OrdersByPower } from './values/order.js';
import type { Position } from './values/position.js';
import { startingPosition } from './values/position.js';

const position = (value: unknown) => value as Position;
const orders = (value: unknown) => value as OrdersByPower;

describe('input that is not what its type says', () => {
  it('is a position without some power: the error names what is missing', () => {
    const incomplete = position({ phase: 'F1901M', units: { FRANCE: ['A PAR'] }, centers: { FRANCE: ['PAR'] }, retreats: {} });

    expect(() => adjudicate(incomplete, {})).toThrow('units.AUSTRIA: there is nothing; checkPosition fills in');
    expect(() => legalOrders(position({ phase: 'W1901A', units: {} }))).toThrow(InvalidPositionError);
    expect(() => checkOrders(position({ phase: 'W1901A', units: {} }), {})).toThrow(InvalidPositionError);
    expect(() => renderMap(position({ phase: 'W1901A', units: {} }))).toThrow(InvalidPositionError);
  });

  it('is no position at all', () => {
    expect(() => adjudicate(position(null), {})).toThrow(InvalidPositionError);
    expect(() => legalOrders(position('S1901M'))).toThrow(InvalidPositionError);
  });

  it.each([
    { says: 'a text that nobody has read yet', value: { FRANCE: ['A PAR - BUR'] }, place: 'orders.FRANCE[0]' },
    { says: 'nothing', value: { FRANCE: [{ kind: 'hold', unit: 'A PAR' }, null] }, place: 'orders.FRANCE[1]' },
    { says: 'a kind that does not exist', value: { ITALY: [{ kind: 'dance', unit: 'A ROM' }] }, place: 'orders.ITALY[0]' },
    { says: 'no list', value: { TURKEY: {} }, place: 'orders.TURKEY' },
    { says: 'no orders by power', value: null, place: 'orders' },
  ])('is $says where orders should be', ({ value, place }) => {
    const judge = () => adjudicate(startingPosition(), orders(value));

    expect(judge).toThrow(InvalidOrdersError);
    expect(judge).toThrow(expect.objectContaining({ place }));
  });

  it('is not blamed for an error of another kind', () => {
    const broken = position({
      get phase(): string {
        throw new RangeError('not ours');
      },
    });

    expect(() => adjudicate(broken, {})).toThrow('not ours');
  });
});
