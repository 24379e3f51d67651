import { describe, expect, it } from 'vitest';
import { legalOrdersOfUnit } from '../legal/legal-orders.js';
import { formatOrder } from '../notation/format-order.js';
import { checkPosition } from '../values/check-position.js';
import { startingPosition } from '../values/position.js';
import { randomBot } from './random-bot.js';
import { seededRandom } from './seeded-random.js';

const position = (phase: string, units: object, centers: object, retreats: object = {}) =>
  checkPosition({ phase, units, centers, retreats });

describe('randomBot', () => {
  it('gives each unit one of its legal orders, each about as often', () => {
    const random = seededRandom('even');
    const start = startingPosition();
    const counts = new Map(legalOrdersOfUnit(start, 'A PAR').map((order) => [order, 0]));
    for (let i = 0; i < 3300; i += 1) {
      const orders = randomBot(start, 'FRANCE', { random });
      expect(orders.map((order) => order.kind !== 'waive' && order.unit)).toEqual(['F BRE', 'A MAR', 'A PAR']);
      const paris = orders[2]!;
      counts.set(paris, counts.get(paris)! + 1);
    }
    expect(counts.size).toBe(11);
    for (const [order, count] of counts) expect(Math.abs(count - 300), formatOrder(order)).toBeLessThan(75);
  });

  it('builds in as many different places as are due, as far as there are any', () => {
    const winter = (centers: readonly string[]) => position('W1902A', { FRANCE: ['A BUR'] }, { FRANCE: centers });
    for (let seed = 0; seed < 20; seed += 1) {
      const two = randomBot(winter(['BRE', 'PAR', 'MAR']), 'FRANCE', { random: seededRandom(seed) }).map(formatOrder);
      expect(new Set(two.map((text) => text.slice(2, 5))).size).toBe(2);
      expect(two.every((text) => text.endsWith(' B'))).toBe(true);
      expect(randomBot(winter(['PAR', 'SPA', 'POR', 'BEL']), 'FRANCE', { random: seededRandom(seed) })).toHaveLength(1);
    }
  });

  it('removes as many different units as are due', () => {
    const winter = position('W1902A', { FRANCE: ['A BUR', 'A GAS', 'F MAO'] }, { FRANCE: ['PAR'] });
    const all = new Set<string>();
    for (let seed = 0; seed < 20; seed += 1) {
      const removed = randomBot(winter, 'FRANCE', { random: seededRandom(seed) }).map(formatOrder);
      expect(new Set(removed).size).toBe(2);
      for (const text of removed) all.add(text);
    }
    expect([...all].sort()).toEqual(['A BUR D', 'A GAS D', 'F MAO D']);
  });

  it('has nothing to say where nothing is due', () => {
    const random = seededRandom(1);
    expect(randomBot(position('W1902A', { FRANCE: ['A PAR'] }, { FRANCE: ['PAR'] }), 'FRANCE', { random })).toEqual([]);
    expect(randomBot(position('S1902R', { FRANCE: ['A PAR'] }, {}), 'FRANCE', { random })).toEqual([]);
    expect(randomBot(startingPosition(), 'FRANCE', { random }).length).toBe(3);
  });

  it('retreats or disbands what is dislodged', () => {
    const at = position('F1902R', { GERMANY: ['A BUR'] }, {}, { FRANCE: { 'A BUR': ['GAS'], 'A PIC': [] } });
    const texts = new Set<string>();
    for (let seed = 0; seed < 20; seed += 1) {
      texts.add(
        randomBot(at, 'FRANCE', { random: seededRandom(seed) })
          .map(formatOrder)
          .join(),
      );
    }
    expect([...texts].sort()).toEqual(['A BUR D,A PIC D', 'A BUR R GAS,A PIC D']);
  });
});
