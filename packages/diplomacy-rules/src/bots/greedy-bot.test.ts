import { describe, expect, it } from 'vitest';
import type { SmallPower } from '../../test/maps/small-map.js';
import { smallMap } from '../../test/maps/small-map.js';
import { playGame } from '../../test/play-game.js';
import { checkOrders } from '../legal/check-orders.js';
import { standardMap } from '../map/standard-map.js';
import { formatOrder } from '../notation/format-order.js';
import { checkPosition } from '../values/check-position.js';
import type { LegalOrder } from '../values/order.js';
import { parsePhase } from '../values/phase.js';
import type { Position } from '../values/position.js';
import type { Power } from '../values/power.js';
import { POWERS } from '../values/power.js';
import { provinceOf, provinceOfUnit } from '../values/unit.js';
import { greedyBot } from './greedy-bot.js';
import { randomBot } from './random-bot.js';
import { seededRandom } from './seeded-random.js';

const position = (phase: string, units: object, centers: object, retreats: object = {}): Position =>
  checkPosition({ phase, units, centers, retreats });

/** Orders of the bot for each of several seeds. */
const textsOf = (at: Position, seeds = 10) =>
  Array.from({ length: seeds }, (_, seed) => greedyBot(at, 'FRANCE', { random: seededRandom(seed) }).map(formatOrder));

describe('greedyBot', () => {
  it('takes a centre that nobody holds', () => {
    const at = position('F1901M', { FRANCE: ['A GAS', 'A PIC'] }, { FRANCE: ['PAR', 'MAR', 'BRE'] });
    for (const texts of textsOf(at)) {
      expect(texts).toContain('A GAS - SPA');
      expect(texts).toContain('A PIC - BEL');
    }
  });

  it('stays in a centre in Fall until it is its own', () => {
    const at = position('F1901M', { FRANCE: ['A SPA'] }, { FRANCE: ['PAR', 'MAR'] });
    for (const texts of textsOf(at)) expect(texts).toEqual(['A SPA H']);
  });

  it('supports an attack on a unit with a unit that has nothing better to do', () => {
    const at = position(
      'F1902M',
      { FRANCE: ['A RUH', 'A BUR'], GERMANY: ['A MUN'] },
      { FRANCE: ['BEL', 'KIE', 'HOL', 'PAR', 'MAR'] },
    );
    for (const texts of textsOf(at)) {
      expect([
        ['A BUR S A RUH - MUN', 'A RUH - MUN'],
        ['A BUR - MUN', 'A RUH S A BUR - MUN'],
      ]).toContainEqual([...texts].sort());
    }
  });

  it('has fleets carry armies across the sea, each with a fleet that is told to', () => {
    let carried = 0;
    for (let seed = 0; seed < 5; seed += 1) {
      playGame<Power>({
        random: seededRandom(`convoys ${seed}`),
        lastYear: 1908,
        botOf: (power) => (power === 'ENGLAND' ? greedyBot : randomBot),
        onPhase: (_, { ENGLAND: orders }) => {
          for (const order of orders) {
            if (order.kind !== 'move' || !order.viaConvoy) continue;
            expect(orders.some((other) => other.kind === 'convoy' && other.army === order.unit && other.to === order.to)).toBe(
              true,
            );
            carried += 1;
          }
        },
      });
    }
    expect(carried).toBeGreaterThan(5);
  });

  it('goes home when its own centre is threatened and no other is near', () => {
    const others = standardMap.provinces.filter(({ id, center }) => center === true && id !== 'PAR').map(({ id }) => id);
    const at = position('F1905M', { FRANCE: ['A GAS'], GERMANY: ['A BUR'] }, { FRANCE: ['PAR'], GERMANY: [] });
    const owned = { ...at, centers: { ...at.centers, FRANCE: ['PAR', ...others] } };
    for (const texts of textsOf(owned)) expect(['A GAS - PAR', 'A GAS - MAR']).toContain(texts[0]);
  });

  it('retreats to a centre, never with two units to the same place', () => {
    const at = position(
      'F1902R',
      { GERMANY: ['A BUR', 'A GAS'] },
      { FRANCE: ['PAR'] },
      { FRANCE: { 'A BUR': ['PAR', 'BEL', 'PIC'], 'A GAS': ['PAR', 'SPA', 'BRE'] } },
    );
    for (const texts of textsOf(at)) {
      expect(texts[0]).toMatch(/R (BEL|PAR)$/);
      expect(texts[1]).toMatch(/R (SPA|BRE|PAR)$/);
      expect(texts[0]?.slice(-3)).not.toBe(texts[1]?.slice(-3));
    }
    const stuck = position('F1902R', { GERMANY: ['A BUR'] }, {}, { FRANCE: { 'A BUR': [] } });
    expect(textsOf(stuck, 1)).toEqual([['A BUR D']]);
  });

  it('builds fleets where there is water only, in different places', () => {
    const island = checkPosition({ phase: 'W1901A', units: {}, centers: { ENGLAND: ['LON', 'EDI', 'LVP'] } });
    const texts = greedyBot(island, 'ENGLAND', { random: seededRandom(1) }).map(formatOrder);
    expect(texts.map((text) => text.slice(2, 5)).sort()).toEqual(['EDI', 'LON', 'LVP']);
    expect(texts.every((text) => text.startsWith('F '))).toBe(true);
    const inland = checkPosition({ phase: 'W1901A', units: {}, centers: { AUSTRIA: ['VIE', 'BUD', 'TRI'] } });
    expect(greedyBot(inland, 'AUSTRIA', { random: seededRandom(1) }).map(formatOrder)).toContain('A BUD B');
  });

  it('removes an army that gets nowhere before those at the front', () => {
    const at = position('W1905A', { FRANCE: ['A BUR', 'A LVP', 'A GAS'] }, { FRANCE: ['PAR', 'LVP'] });
    expect(textsOf(at, 1)).toEqual([['A LVP D']]);
  });

  it('never gets in the way of its own units, and gives legal orders only', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      playGame<Power>({
        random: seededRandom(`tidy ${seed}`),
        lastYear: 1906,
        botOf: () => greedyBot,
        onPhase: (at, orders) => {
          const checked = checkOrders(at, orders);
          for (const power of POWERS) {
            expect(
              checked[power].every(({ legal }) => legal),
              `${power} in ${at.phase}`,
            ).toBe(true);
            if (parsePhase(at.phase)?.type !== 'M') continue;
            expect(orders[power].length).toBe(at.units[power].length);
            const ends = orders[power].map(endOf);
            expect(new Set(ends).size, `${power} in ${at.phase}: ${orders[power].map(formatOrder).join(', ')}`).toBe(ends.length);
          }
        },
      });
    }
  });

  it('plays on any map', () => {
    const end = playGame<SmallPower>({
      map: smallMap,
      random: seededRandom('small'),
      lastYear: 1030,
      botOf: () => greedyBot,
    });
    expect(checkPosition(end, { map: smallMap })).toEqual(end);
  });

  it('wins or leads alone by 1910 against six random bots, in 95 of 100 games at least', () => {
    let ahead = 0;
    for (let game = 0; game < 200; game += 1) {
      const seat = POWERS[game % POWERS.length]!;
      const botOf = (power: string) => (power === seat ? greedyBot : randomBot);
      const { centers, result } = playGame<Power>({ botOf, random: seededRandom(`match ${game}`), lastYear: 1910 });
      const others = POWERS.filter((power) => power !== seat).map((power) => centers[power].length);
      if (result?.kind === 'solo' ? result.winner === seat : centers[seat].length > Math.max(...others)) ahead += 1;
    }
    expect(ahead).toBeGreaterThanOrEqual(190);
  });
});

/** Province of a unit after its order, if nothing is in the way. */
function endOf(order: LegalOrder): string {
  if (order.kind === 'move') return provinceOf(order.to);
  return order.kind === 'waive' ? '' : provinceOfUnit(order.unit);
}
