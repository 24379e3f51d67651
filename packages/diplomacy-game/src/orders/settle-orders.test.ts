import { type Position, startingPosition } from '@entente/diplomacy-rules';
import { formatOrder } from '@entente/diplomacy-rules';
import { describe, expect, it } from 'vitest';
import { complaintsAbout, settleOrders } from './settle-orders.js';

const rulebook = 'python-compatible';
const spring = startingPosition();
const winter: Position = {
  ...spring,
  phase: 'W1901A',
  units: { ...spring.units, FRANCE: ['A PAR'], ITALY: [...spring.units.ITALY, 'F TUN'] },
};
const retreat: Position = {
  ...spring,
  phase: 'S1901R',
  units: { ...spring.units, FRANCE: ['F BRE', 'A PAR'], ITALY: ['A MAR', 'A ROM', 'F NAP'] },
  retreats: { ...spring.retreats, FRANCE: { 'A MAR': ['GAS', 'SPA'] } },
};

const settle = (position: Position, power: 'FRANCE' | 'ITALY', texts: readonly string[]) => {
  const { legal, ...rest } = settleOrders(position, power, { texts, rulebook });
  return { ...rest, legal: legal.map(formatOrder) };
};

describe('orders as they were written', () => {
  it('are read leniently, without complaints where every unit has an order', () => {
    expect(settle(spring, 'FRANCE', ['f brest -> mid-atlantic', 'A Paris-Burgundy', 'A MAR S A PAR - BUR'])).toEqual({
      legal: ['F BRE - MAO', 'A PAR - BUR', 'A MAR S A PAR - BUR'],
      illegal: [],
      missing: [],
      complaints: [],
    });
  });

  it('are sorted into not understood, not allowed and missing', () => {
    const settled = settle(spring, 'FRANCE', ['A PAR - BER', 'storm the Bastille', '  ']);
    expect(settled.legal).toEqual([]);
    expect(settled.illegal).toEqual(['storm the Bastille', 'A PAR - BER']);
    expect(settled.missing).toEqual(['F BRE', 'A MAR', 'A PAR']);
    expect(settled.complaints).toHaveLength(2);
    expect(settled.complaints[0]).toMatch(/^"storm the Bastille" was not understood: /);
    expect(settled.complaints[1]).toMatch(/^"A PAR - BER" is not allowed: /);
  });

  it('count once for each unit: the first stands', () => {
    const settled = settle(spring, 'FRANCE', ['A PAR - BUR', 'A PAR H', 'F BRE H', 'A MAR H']);
    expect(settled).toMatchObject({ legal: ['A PAR - BUR', 'F BRE H', 'A MAR H'], illegal: ['A PAR H'], missing: [] });
  });

  it("of another power's units are not allowed", () => {
    expect(settle(spring, 'ITALY', ['A PAR H', 'A VEN H', 'A ROM H', 'F NAP H'])).toMatchObject({ illegal: ['A PAR H'] });
  });

  it('may waive in Winter, may not build too much, and leave the number of open builds', () => {
    expect(settle(winter, 'FRANCE', ['WAIVE', 'F BRE B'])).toMatchObject({ legal: ['WAIVE', 'F BRE B'], missing: [] });
    expect(settle(winter, 'FRANCE', ['A MAR B'])).toMatchObject({ missing: ['a build'] });
    expect(settle(winter, 'FRANCE', [])).toMatchObject({ missing: ['a build', 'a build'] });
    expect(settle(winter, 'FRANCE', ['F BRE B', 'A MAR B', 'WAIVE'])).toMatchObject({ illegal: ['WAIVE'], missing: [] });
    expect(settle(winter, 'ITALY', [])).toMatchObject({ missing: ['a removal'] });
    expect(settle(winter, 'ITALY', ['F TUN D'])).toMatchObject({ legal: ['F TUN D'], missing: [] });
  });

  it('are asked for again by number in Winter', () => {
    const open = settleOrders(winter, 'FRANCE', { texts: ['A MAR H'], rulebook });
    expect(complaintsAbout(open).at(-1)).toBe('2 more to build; write WAIVE for each that you leave out.');
    expect(complaintsAbout(settleOrders(winter, 'ITALY', { texts: [], rulebook }))).toEqual(['1 more to remove.']);
    expect(complaintsAbout(settleOrders(spring, 'FRANCE', { texts: ['A PAR H', 'A MAR H'], rulebook }))).toEqual([
      'F BRE has no order.',
    ]);
  });

  it('retreat or disband after a defeat, with any kind of dash', () => {
    expect(settle(retreat, 'FRANCE', ['A MAR - GAS'])).toMatchObject({ legal: ['A MAR R GAS'], missing: [] });
    expect(settle(retreat, 'FRANCE', ['A MAR D'])).toMatchObject({ legal: ['A MAR D'], missing: [] });
    expect(settle(retreat, 'FRANCE', ['A MAR R PIE'])).toMatchObject({ legal: [], illegal: ['A MAR R PIE'], missing: ['A MAR'] });
  });
});
