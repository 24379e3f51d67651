import { describe, expect, it } from 'vitest';
import { adjudicate } from '../judge/adjudicate.js';
import { parseOrders } from '../notation/parse-orders.js';
import { startingPosition } from '../values/position.js';
import { orderMarks } from './order-marks.js';

const position = startingPosition();
const { orders } = parseOrders(position, {
  AUSTRIA: ['A VIE - GAL', 'A BUD S A VIE - GAL', 'F TRI H'],
  RUSSIA: ['A WAR - GAL', 'A MOS S A WAR - GAL'],
});

describe('orderMarks', () => {
  it('lays out each order by its kind, moves last', () => {
    const marks = orderMarks(position, { orders });
    expect(marks.map(({ kind }) => kind)).toEqual(['support', 'hold', 'support', 'arrow', 'arrow']);
    expect(marks.filter(({ sign }) => sign !== undefined)).toEqual([]);
    const arrow = marks.at(-1);
    expect(arrow?.line).toMatch(/^M\d/);
    expect(arrow?.head).toMatch(/Z$/);
    expect(marks.find(({ kind }) => kind === 'hold')?.ring).toHaveLength(2);
    expect(marks.find(({ kind }) => kind === 'support')?.dot).toHaveLength(2);
  });

  it('marks failed orders, and lays out no hold that nobody ordered', () => {
    const { outcomes } = adjudicate(position, orders);
    const marks = orderMarks(position, { outcomes });
    const signs = marks.map(({ power, order, sign }) => [power, order.kind === 'waive' ? '' : order.unit, sign]);
    expect(signs).toContainEqual(['AUSTRIA', 'A VIE', undefined]);
    expect(signs).toContainEqual(['RUSSIA', 'A WAR', 'bounce']);
    expect(signs).toContainEqual(['RUSSIA', 'A MOS', 'void']);
    expect(marks).toHaveLength(5);
  });
});
