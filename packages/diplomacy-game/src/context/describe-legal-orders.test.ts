import { formatOrder, legalOrdersOfPower, type Position, POWERS, startingPosition } from '@entente/diplomacy-rules';
import { describe, expect, it } from 'vitest';
import { randomPositions } from '../../test/random-positions.js';
import { describeLegalOrders, expandLegalOrders } from './describe-legal-orders.js';

import fc from 'fast-check';

const start = startingPosition();
const linesOf = (text: string) => text.slice(text.indexOf('\n\n') + 2).split('\n');

describe('describeLegalOrders', () => {
  it('groups the orders of each unit on a line', () => {
    expect(linesOf(describeLegalOrders(start, 'FRANCE'))).toEqual([
      'F BRE: H; - ENG, GAS, MAO, PIC; S F LON - ENG; S A MAR - GAS; S A PAR - GAS, PIC',
      'A MAR: H; - BUR, GAS, PIE, SPA; S F BRE - GAS; S A MUN - BUR; S A PAR - BUR, GAS; S A VEN - PIE',
      'A PAR: H; - BRE, BUR, GAS, PIC; S F BRE; S F BRE - GAS, PIC; S A MAR - BUR, GAS; S A MUN - BUR',
    ]);
  });

  it('shows moves by convoy as they are written, and the convoy', () => {
    const lines = linesOf(describeLegalOrders({ ...start, units: { ...start.units, ENGLAND: ['F NTH', 'A LON'] } }, 'ENGLAND'));
    expect(lines[0]).toMatch(/^A LON: H; - WAL, YOR, BEL VIA, DEN VIA, EDI VIA, HOL VIA, NWY VIA, YOR VIA; S F NTH - YOR$/);
    expect(lines[1]).toMatch(/; C A LON - BEL, DEN, EDI, HOL, NWY, YOR$/);
  });

  it('shows retreats and adjustments in their own syntax', () => {
    const retreats = { ...start.retreats, FRANCE: { 'A MAR': ['PIE', 'GAS'] } };
    const retreat = describeLegalOrders({ ...start, phase: 'S1902R', units: { ...start.units, FRANCE: [] }, retreats }, 'FRANCE');
    expect(linesOf(retreat)).toEqual(['A MAR R GAS; A MAR R PIE; A MAR D']);
    expect(retreat).toContain('"R" (not "-") retreats');
    const winter: Position = {
      ...start,
      phase: 'W1901A',
      units: { ...start.units, RUSSIA: ['A MOS'], ITALY: [...start.units.ITALY, 'F ION'] },
    };
    expect(linesOf(describeLegalOrders(winter, 'RUSSIA'))).toEqual([
      'A SEV B; F SEV B',
      'A STP B; F STP/NC B; F STP/SC B',
      'A WAR B',
      'WAIVE',
    ]);
    expect(describeLegalOrders(winter, 'RUSSIA')).toMatch(/^Up to 3 of these orders/);
    expect(linesOf(describeLegalOrders(winter, 'ITALY'))).toEqual(['F ION D', 'F NAP D', 'A ROM D', 'A VEN D']);
    expect(describeLegalOrders(winter, 'ITALY')).toMatch(/^Exactly 1 of these orders/);
    expect(describeLegalOrders(winter, 'FRANCE')).toBe('FRANCE has no orders to give in this phase.');
  });

  it('loses no order and adds none, in any phase of random games', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 12 }), (seed, count) => {
        const position = randomPositions(seed, count).at(-1)!;
        for (const power of POWERS) {
          const texts = legalOrdersOfPower(position, power).flatMap(({ orders }) => orders.map(formatOrder));
          const expanded = expandLegalOrders(describeLegalOrders(position, power));
          expect(expanded.toSorted()).toEqual([...new Set(texts)].sort());
        }
      }),
      { numRuns: 300 },
    );
  });
});
