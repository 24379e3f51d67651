import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wellFormedOrders } from '../../test/arbitrary-order.js';
import { arbitraryPosition } from '../../test/arbitrary-position.js';
import type { SmallPower } from '../../test/maps/small-map.js';
import { smallMap } from '../../test/maps/small-map.js';
import { InvalidPositionError } from '../errors.js';
import type { GameMap } from '../map/game-map.js';
import { defineMap } from '../map/game-map.js';
import { standardMap } from '../map/standard-map.js';
import { formatOrder } from '../notation/format-order.js';
import { checkPosition } from '../values/check-position.js';
import type { LegalOrder } from '../values/order.js';
import type { Phase } from '../values/phase.js';
import type { Position } from '../values/position.js';
import { startingPosition } from '../values/position.js';
import type { Unit } from '../values/unit.js';
import { checkOrder } from './check-orders.js';
import { legalOrders, legalOrdersOfPower, legalOrdersOfUnit } from './legal-orders.js';

const position = (units: Partial<Record<string, readonly Unit[]>>, more: object = {}): Position =>
  checkPosition({ phase: 'S1901M', units, centers: {}, ...more });
const textsOf = (at: Position, unit: Unit) => legalOrdersOfUnit(at, unit).map(formatOrder);
const allTexts = <P extends string>(at: Position<P>, map: GameMap<P>) =>
  Object.values<ReturnType<typeof legalOrdersOfPower>>(legalOrders(at, { map })).flatMap((units) =>
    units.flatMap(({ orders }) => orders.map(formatOrder)),
  );
const movement = fc.constant<Phase>('S1901M');

describe('legalOrders in a movement phase', () => {
  it('finds what each unit can do at the start, its own orders first', () => {
    const start = startingPosition();
    expect(textsOf(start, 'A PAR')).toEqual([
      'A PAR H',
      'A PAR - BRE',
      'A PAR - BUR',
      'A PAR - GAS',
      'A PAR - PIC',
      'A PAR S F BRE',
      'A PAR S F BRE - GAS',
      'A PAR S F BRE - PIC',
      'A PAR S A MAR - BUR',
      'A PAR S A MAR - GAS',
      'A PAR S A MUN - BUR',
    ]);
    expect(textsOf(start, 'F STP/SC')).toEqual([
      'F STP/SC H',
      'F STP/SC - BOT',
      'F STP/SC - FIN',
      'F STP/SC - LVN',
      'F STP/SC S A MOS - LVN',
      'F STP/SC S A WAR - LVN',
    ]);
  });

  it('lists powers in the order of the map and their units in the order of the position', () => {
    const start = startingPosition();
    const orders = legalOrders(start);
    expect(Object.keys(orders)).toEqual(Object.keys(start.units));
    expect(orders.FRANCE.map(({ unit }) => unit)).toEqual(start.units.FRANCE);
    expect(orders.RUSSIA.map(({ location }) => location)).toEqual(['WAR', 'MOS', 'SEV', 'STP/SC']);
    const turned = { ...start, units: { ...start.units, FRANCE: start.units.FRANCE.toReversed() } };
    expect(legalOrders(turned).FRANCE).toEqual(orders.FRANCE.toReversed());
  });

  it('gives the same for all powers, one power and one unit', () => {
    fc.assert(
      fc.property(arbitraryPosition(standardMap), (at) => {
        const orders = legalOrders(at);
        for (const { id } of standardMap.powers) {
          expect(legalOrdersOfPower(at, id)).toEqual(orders[id]);
          const [first] = orders[id];
          if (first?.unit !== undefined) expect(legalOrdersOfUnit(at, first.unit)).toEqual(first.orders);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives frozen orders, the same objects every time', () => {
    const [first, second] = [legalOrdersOfUnit(startingPosition(), 'A PAR'), legalOrdersOfUnit(startingPosition(), 'A PAR')];
    first.forEach((order, i) => {
      expect(order).toBe(second[i]);
      expect(Object.isFrozen(order)).toBe(true);
    });
  });

  it('names both coasts in moves, and none or either in supports of them', () => {
    const at = position({ FRANCE: ['F MAO', 'A GAS', 'F LYO'] });
    expect(textsOf(at, 'F MAO').filter((text) => text.includes('SPA'))).toEqual([
      'F MAO - SPA/NC',
      'F MAO - SPA/SC',
      'F MAO S A GAS - SPA',
      'F MAO S F LYO - SPA',
      'F MAO S F LYO - SPA/SC',
      'F MAO C A GAS - SPA',
    ]);
    expect(textsOf(at, 'A GAS').filter((text) => text.includes('F MAO - SPA'))).toEqual([
      'A GAS S F MAO - SPA',
      'A GAS S F MAO - SPA/NC',
      'A GAS S F MAO - SPA/SC',
    ]);
  });

  it('has armies go by convoy, along chains of any power, whether they could walk or not', () => {
    const at = position({ ENGLAND: ['A YOR', 'F NTH'], FRANCE: ['F ENG'], GERMANY: ['F KIE'] });
    expect(textsOf(at, 'A YOR').filter((text) => text.endsWith('VIA'))).toEqual(
      ['BEL', 'BRE', 'DEN', 'EDI', 'HOL', 'LON', 'NWY', 'PIC', 'WAL'].map((to) => `A YOR - ${to} VIA`),
    );
    expect(textsOf(at, 'F NTH').filter((text) => text.includes(' C '))).toEqual(
      ['BEL', 'BRE', 'DEN', 'EDI', 'HOL', 'LON', 'NWY', 'PIC', 'WAL'].map((to) => `F NTH C A YOR - ${to}`),
    );
    expect(textsOf(at, 'F ENG').filter((text) => text.includes(' C '))).toEqual(
      ['BRE', 'PIC', 'WAL'].map((to) => `F ENG C A YOR - ${to}`),
    );
    expect(textsOf(at, 'F KIE').filter((text) => text.includes(' C '))).toEqual([]);
    expect(textsOf(at, 'F KIE')).toContain('F KIE S A YOR - HOL');
  });

  it('lets a fleet support a convoyed move only if the army gets there without it', () => {
    const one = position({ ENGLAND: ['A LON', 'F NTH', 'F SKA'] });
    expect(textsOf(one, 'F SKA')).toContain('F SKA S A LON - NWY');
    expect(textsOf(one, 'F NTH').filter((text) => text.includes('S A LON'))).toEqual(['F NTH S A LON', 'F NTH S A LON - YOR']);
    const two = position({ ENGLAND: ['A LON', 'F NTH', 'F ENG'] });
    expect(textsOf(two, 'F NTH')).toContain('F NTH S A LON - BEL');
    expect(textsOf(two, 'F NTH')).not.toContain('F NTH S A LON - HOL');
    const apart = position({ ITALY: ['A TUN', 'F ION', 'F TYS', 'F WES', 'F LYO'] });
    expect(textsOf(apart, 'F TYS')).toContain('F TYS S A TUN - TUS');
    expect(textsOf(apart, 'F ION')).not.toContain('F ION S A TUN - ALB');
  });

  it('joins what groups of fleets apart from each other offer to one army', () => {
    const at = position({ FRANCE: ['A MAR', 'A SPA', 'F LYO', 'F MAO'] });
    expect(textsOf(at, 'A SPA').filter((text) => text.endsWith('VIA'))).toEqual(
      ['BRE', 'GAS', 'MAR', 'NAF', 'PIE', 'POR', 'TUS'].map((to) => `A SPA - ${to} VIA`),
    );
    expect(textsOf(at, 'F LYO')).toContain('F LYO C A SPA - TUS');
    expect(textsOf(at, 'F LYO')).not.toContain('F LYO C A SPA - BRE');
  });

  it('agrees with checkOrder on every order that can be written for a unit of a small map', () => {
    fc.assert(
      fc.property(arbitraryPosition<SmallPower>(smallMap, movement), fc.nat(), (at, pick) => {
        const units = smallMap.powers.flatMap(({ id }) => at.units[id].map((unit) => ({ power: id, unit })));
        const chosen = units[pick % (units.length || 1)];
        if (chosen === undefined) return;
        const { power, unit } = chosen;
        const others = units.map((other) => other.unit);
        const allowed = wellFormedOrders(smallMap, unit, others).filter(
          (order) => checkOrder(at, power, order, { map: smallMap }) === null,
        );
        expect(new Set(allowed.map(formatOrder))).toEqual(withImpliedConvoys(legalOrdersOfUnit(at, unit, { map: smallMap })));
      }),
      { numRuns: 300 },
    );
  });

  it('agrees with checkOrder on the standard map', () => {
    fc.assert(
      fc.property(arbitraryPosition(standardMap, movement), fc.nat(), fc.nat(), (at, pick, start) => {
        const units = standardMap.powers.flatMap(({ id }) => at.units[id].map((unit) => ({ power: id, unit })));
        const chosen = units[pick % (units.length || 1)];
        if (chosen === undefined) return;
        const { power, unit } = chosen;
        const legal = legalOrdersOfUnit(at, unit);
        for (const order of legal) expect(checkOrder(at, power, order), formatOrder(order)).toBeNull();
        const listed = withImpliedConvoys(legal);
        const written = wellFormedOrders(
          standardMap,
          unit,
          units.map((other) => other.unit),
        );
        for (let i = 0; i < Math.min(100, written.length); i += 1) {
          const order = written[(start + i * 37) % written.length]!;
          expect(checkOrder(at, power, order) === null, formatOrder(order)).toBe(listed.has(formatOrder(order)));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('copes with a fleet in every sea, and an army on every coast', () => {
    const fleets = standardMap.provinces.filter(({ terrain }) => terrain === 'sea').map(({ id }): Unit => `F ${id}`);
    const armies = standardMap.provinces.filter(({ terrain }) => terrain === 'coast').map(({ id }): Unit => `A ${id}`);
    const at = position({ TURKEY: fleets, ITALY: armies });
    const texts = allTexts(at, standardMap);
    expect(new Set(texts).size).toBe(texts.length);
    const reached = new Set(
      texts.filter((text) => text.startsWith('A SYR') && text.endsWith('VIA')).map((text) => text.slice(8, 11)),
    );
    const others = armies.map((army) => army.slice(2)).filter((coast) => coast !== 'SYR' && !reached.has(coast));
    expect(others, 'only on the Black Sea or the Baltic').toEqual(['ANK', 'ARM', 'BER', 'FIN', 'LVN', 'PRU', 'RUM', 'SEV']);
    expect(texts).toContain('F BAR C A STP - SYR');
    expect(texts).not.toContain('F BLA C A SYR - STP');
  });

  it('copes with more seas than fit into the bits of a number', () => {
    const wide = wideSea(9, 7);
    const at = startingPosition(wide);
    const texts = allTexts(at, wide);
    expect(texts).toContain('A WEST - EAST VIA');
    expect(texts).toContain('F S3X0 C A WEST - EAST');
    expect(texts).toContain('F S3X8 C A WEST - EAST');
    expect(texts.filter((text) => text.includes(' C ')).length).toBeGreaterThan(9);
  });
});

/** All orders of `legalOrders`, and convoyed moves also without `VIA`, which mean the same if the army cannot walk. */
const withImpliedConvoys = (orders: readonly LegalOrder[]) =>
  new Set(orders.flatMap((order) => [formatOrder(order), formatOrder(order).replace(/ VIA$/, '')]));

/** A grid of seas, full of fleets, between two islands. */
function wideSea(width: number, height: number): GameMap<'NEPTUNE'> {
  const sea = (x: number, y: number) => `S${y}X${x}`;
  const cells = Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_, x) => [x, y] as const)).flat();
  const inside = ([x, y]: readonly [number, number]) => x >= 0 && x < width && y >= 0 && y < height;
  const middle = Math.floor(height / 2);
  const borders = Object.fromEntries(
    cells.map(([x, y]) => {
      const around = [[x - 1, y] as const, [x + 1, y] as const, [x, y - 1] as const, [x, y + 1] as const].filter(inside);
      const shores = y !== middle ? [] : x === 0 ? ['WEST'] : x === width - 1 ? ['EAST'] : [];
      return [sea(x, y), [...around.map(([a, b]) => sea(a, b)), ...shores]];
    }),
  );
  return defineMap<'NEPTUNE'>({
    name: 'wide-sea',
    startPhase: 'S1M',
    victoryCenters: 2,
    powers: [
      {
        id: 'NEPTUNE',
        name: 'Neptune',
        adjective: 'Neptunian',
        homes: [],
        units: ['A WEST', ...cells.map(([x, y]): Unit => `F ${sea(x, y)}`)],
      },
    ],
    provinces: [
      ...cells.map(([x, y]) => ({ id: sea(x, y), name: `Sea ${x} ${y}`, terrain: 'sea' as const })),
      { id: 'WEST', name: 'West Island', terrain: 'coast', center: true },
      { id: 'EAST', name: 'East Island', terrain: 'coast', center: true },
    ],
    armyBorders: { WEST: [], EAST: [] },
    fleetBorders: { ...borders, WEST: [sea(0, middle)], EAST: [sea(width - 1, middle)] },
  });
}

describe('legalOrders in the other phases', () => {
  it('has dislodged units retreat or disband, and no others', () => {
    const at = position(
      { FRANCE: ['A PAR'], GERMANY: ['A BUR'] },
      { phase: 'F1903R', retreats: { FRANCE: { 'A BUR': ['PIC', 'GAS'], 'F SPA/SC': [] } } },
    );
    expect(textsOf(at, 'A BUR')).toEqual(['A BUR R PIC', 'A BUR R GAS', 'A BUR D']);
    expect(textsOf(at, 'F SPA/SC')).toEqual(['F SPA/SC D']);
    expect(textsOf(at, 'A PAR')).toEqual([]);
    expect(legalOrders(at).GERMANY).toEqual([]);
  });

  it('has a power build in free home centres that it owns, on every coast, or waive', () => {
    const at = position(
      { RUSSIA: ['A MOS'], TURKEY: ['A SEV'] },
      { phase: 'W1903A', centers: { RUSSIA: ['STP', 'MOS', 'WAR', 'SEV', 'NWY'], TURKEY: ['CON'] } },
    );
    const sites = legalOrdersOfPower(at, 'RUSSIA');
    expect(sites.map(({ location, orders }) => [location, ...orders.map(formatOrder)])).toEqual([
      ['STP', 'A STP B', 'F STP/NC B', 'F STP/SC B', 'WAIVE'],
      ['WAR', 'A WAR B', 'WAIVE'],
    ]);
    expect(sites[0]).not.toHaveProperty('unit');
    expect(legalOrdersOfPower(at, 'TURKEY')).toEqual([]);
  });

  it('has a power with too many units choose among all of them', () => {
    const at = position({ ITALY: ['A ROM', 'F NAP', 'F SPA/NC'] }, { phase: 'W1903A', centers: { ITALY: ['ROM'] } });
    expect(legalOrders(at).ITALY.flatMap(({ orders }) => orders.map(formatOrder))).toEqual(['A ROM D', 'F NAP D', 'F SPA/NC D']);
    expect(textsOf(at, 'F NAP')).toEqual(['F NAP D']);
  });

  it('passes checkOrder with every order, in every phase', () => {
    fc.assert(
      fc.property(arbitraryPosition(standardMap, fc.constantFrom<Phase>('S1901R', 'F1902R', 'W1901A')), (at) => {
        for (const { id } of standardMap.powers) {
          for (const { orders } of legalOrdersOfPower(at, id)) {
            for (const order of orders) expect(checkOrder(at, id, order), formatOrder(order)).toBeNull();
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has nothing to order once the game is over', () => {
    const over = position({ FRANCE: ['A PAR'] }, { phase: 'COMPLETED', result: { kind: 'solo', winner: 'FRANCE' } });
    expect(Object.values(legalOrders(over)).flat()).toEqual([]);
    expect(textsOf(over, 'A PAR')).toEqual([]);
  });

  it('has nothing for a unit that is not there', () => {
    expect(textsOf(startingPosition(), 'A BUR')).toEqual([]);
    expect(textsOf(startingPosition(), 'A XYZ')).toEqual([]);
  });

  it('refuses a position that cannot be', () => {
    const start = startingPosition();
    const units = { ...start.units, FRANCE: ['F PAR'] as const };
    expect(() => legalOrders({ ...start, units })).toThrow(InvalidPositionError);
    const retreats = { ...start.retreats, FRANCE: { 'F PAR': [] } };
    expect(() => legalOrders({ ...start, phase: 'S1901R', retreats })).toThrow(/retreats\.FRANCE\["F PAR"\]/);
  });
});
