import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidMapError } from '../errors.js';
import { adjudicate } from '../judge/adjudicate.js';
import { defineMap } from '../map/game-map.js';
import { standardMap } from '../map/standard-map.js';
import { parseOrders } from '../notation/parse-orders.js';
import type { Order, OrdersByPower } from '../values/order.js';
import { ORDER_KINDS } from '../values/order.js';
import type { Outcome } from '../values/outcome.js';
import { ORDER_RESULTS } from '../values/outcome.js';
import type { Position } from '../values/position.js';
import type { Power } from '../values/power.js';
import { POWERS } from '../values/power.js';
import { startingPosition } from '../values/position.js';
import type { Unit } from '../values/unit.js';
import type { MapDrawing } from './map-drawing.js';
import { renderMap } from './render-map.js';
import { standardDrawing } from './standard-drawing.js';

const NOBODY = { AUSTRIA: [], ENGLAND: [], FRANCE: [], GERMANY: [], ITALY: [], RUSSIA: [], TURKEY: [] };
const NO_RETREATS = { AUSTRIA: {}, ENGLAND: {}, FRANCE: {}, GERMANY: {}, ITALY: {}, RUSSIA: {}, TURKEY: {} };

const positionWith = (units: Partial<Record<Power, readonly Unit[]>>, rest: Partial<Position> = {}): Position => ({
  phase: 'S1901M',
  units: { ...NOBODY, ...units },
  centers: NOBODY,
  retreats: NO_RETREATS,
  ...rest,
});

/** Throws unless the text is one well-formed XML element; enough of a parser for what we write. */
function readElements(xml: string): readonly string[] {
  const open: string[] = [];
  const names: string[] = [];
  const token = /<(\/?)([a-z]+)((?: [A-Za-z:-]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const match = token.exec(xml);
    if (match === null) throw new Error(`Not XML: ${xml.slice(at, at + 60)}`);
    const [whole, closing, name = '', attributes = '', empty, text] = match;
    const keys = [...attributes.matchAll(/ ([A-Za-z:-]+)=/g)].map(([, key]) => key);
    if (new Set(keys).size < keys.length) throw new Error(`An attribute twice: ${whole}`);
    if (/&(?!amp;|lt;|gt;|quot;)/.test(whole)) throw new Error(`Not an entity: ${whole}`);
    if (text !== undefined) {
      if (open.length === 0) throw new Error(`Text outside of the element: ${text}`);
    } else if (closing === '/') {
      if (open.pop() !== name) throw new Error(`Closed too early: ${whole}`);
      if (open.length === 0 && token.lastIndex < xml.length) throw new Error('More than one element.');
    } else {
      names.push(name);
      if (empty !== '/') open.push(name);
    }
  }
  if (open.length > 0) throw new Error(`Left open: ${open.join(' ')}`);
  return names;
}

const MID_GAME = positionWith(
  {
    AUSTRIA: ['A BUD', 'A SER', 'A TRI', 'F GRE'],
    ENGLAND: ['A LON', 'F ENG', 'F NTH', 'F NWG', 'A EDI'],
    FRANCE: ['A BUR', 'A MAR', 'F MAO', 'F BRE', 'A GAS'],
    GERMANY: ['A BEL', 'A RUH', 'A MUN', 'F HOL', 'A BER'],
    ITALY: ['A VEN', 'A TUN', 'F ION', 'F TYS', 'A ROM'],
    RUSSIA: ['F RUM', 'A UKR', 'A MOS', 'F SEV', 'F BOT', 'A STP'],
    TURKEY: ['F BLA', 'A ARM', 'F AEG', 'A BUL', 'A CON'],
  },
  {
    phase: 'F1903M',
    centers: {
      AUSTRIA: ['BUD', 'GRE', 'SER', 'TRI', 'VIE'],
      ENGLAND: ['EDI', 'LON', 'LVP', 'NWY'],
      FRANCE: ['BRE', 'MAR', 'PAR', 'POR', 'SPA'],
      GERMANY: ['BEL', 'BER', 'DEN', 'HOL', 'KIE', 'MUN'],
      ITALY: ['NAP', 'ROM', 'TUN', 'VEN'],
      RUSSIA: ['MOS', 'RUM', 'SEV', 'STP', 'WAR'],
      TURKEY: ['ANK', 'BUL', 'CON', 'SMY'],
    },
  },
);

const MID_GAME_ORDERS = parseOrders(MID_GAME, {
  AUSTRIA: ['A BUD S A SER - RUM', 'A SER - RUM', 'A TRI - TYR', 'F GRE H'],
  ENGLAND: ['A LON - BEL VIA', 'F ENG C A LON - BEL', 'F NTH S A LON - BEL', 'F NWG - NWY', 'A EDI - YOR'],
  FRANCE: ['A BUR - RUH', 'A MAR H', 'F MAO - WES', 'F BRE - MAO', 'A GAS S A MAR'],
  GERMANY: ['A BEL H', 'A RUH S A BEL', 'A MUN - TYR', 'F HOL - HEL', 'A BER - SIL'],
  ITALY: ['A VEN S A TRI - TYR', 'A TUN - ALB VIA', 'F ION C A TUN - ALB', 'F TYS - WES', 'A ROM - APU'],
  RUSSIA: ['F RUM S F SEV', 'A UKR S F RUM', 'A MOS - SEV', 'F SEV - BLA', 'F BOT - SWE', 'A STP - FIN'],
  TURKEY: ['F BLA - SEV', 'A ARM S F BLA - SEV', 'F AEG S A BUL - GRE', 'A BUL - GRE', 'A CON - BUL'],
}).orders;

describe('renderMap', () => {
  it('draws the examples of the README', async () => {
    const { outcomes } = adjudicate(MID_GAME, MID_GAME_ORDERS);
    await expect(renderMap(startingPosition())).toMatchFileSnapshot('../../docs/start.svg');
    await expect(renderMap(MID_GAME, { outcomes })).toMatchFileSnapshot('../../docs/movement.svg');
  });

  it('writes well-formed XML that needs nothing else and has nothing to clash with', () => {
    const { outcomes } = adjudicate(MID_GAME, MID_GAME_ORDERS);
    const svg = renderMap(MID_GAME, { outcomes });
    expect(readElements(svg)).toContain('path');
    expect(/ id=|href|url\(|<style|<script|@import|NaN|undefined|Infinity/.exec(svg)?.[0]).toBeUndefined();
    expect(svg.length).toBeLessThan(150_000);
    expect(renderMap(structuredClone(MID_GAME), { outcomes: structuredClone(outcomes) })).toBe(svg);
  });

  it('shows every province once, and says its name to a pointer', () => {
    const svg = renderMap(startingPosition());
    for (const { id, name } of standardMap.provinces) {
      expect(svg.split(`data-province="${id}"`), id).toHaveLength(2);
      expect(svg).toContain(`<title>${name} (${id})`);
      expect(svg).toMatch(new RegExp(`>${id}</text>`));
    }
    expect(svg).toContain('<title>Fleet St Petersburg (south coast), Russia</title>');
    expect(svg).toContain('>4 centres, 4 units<');
    expect(svg).toContain('>Spring 1901, movement<');
  });

  it('keeps a title from being markup', () => {
    const svg = renderMap(startingPosition(), { title: `<b a="1">&amp; 'x' \u0000\ud800` });
    readElements(svg);
    expect(svg).toContain(`&lt;b a=&quot;1&quot;&gt;&amp;amp; 'x' <`);
  });

  it('leaves out names and bands, and takes another width', () => {
    const svg = renderMap(startingPosition(), { labels: 'none', legend: false, width: 600 });
    expect(svg).not.toContain('>PAR</text>');
    expect(svg).not.toContain('>France<');
    expect(svg).toMatch(/^<svg xmlns="[^"]+" width="600" height="548" viewBox="0 0 2400 2190"/);
  });

  it('says how a game ended', () => {
    const over = { ...startingPosition(), phase: 'COMPLETED' } as const;
    expect(renderMap({ ...over, result: { kind: 'solo', winner: 'ITALY' } })).toContain('>Italy has won<');
    expect(renderMap({ ...over, result: { kind: 'draw', powers: ['FRANCE', 'TURKEY'] } })).toContain(
      '>A draw between France and Turkey<',
    );
  });

  it('gives a province the tint of its owner, of the unit in it, or of the centre that it follows', () => {
    const tintOf = (svg: string, id: string) => new RegExp(`data-province="${id}" fill="(#\\w+)"`).exec(svg)?.[1];
    const start = renderMap(startingPosition());
    expect(tintOf(start, 'BUR')).toBe(tintOf(start, 'PIC'));
    expect(tintOf(start, 'BUR')).not.toBe(tintOf(start, 'PAR'));
    expect(tintOf(start, 'ALB')).toBe(tintOf(start, 'SPA'));
    const entered = renderMap({ ...startingPosition(), units: { ...NOBODY, GERMANY: ['A BUR', 'A PAR'] } });
    expect(tintOf(entered, 'BUR')).toBe(tintOf(entered, 'RUH'));
    expect(tintOf(entered, 'PAR')).toBe(tintOf(start, 'PAR'));
  });
});

describe('an order on the map', () => {
  const board = positionWith({ ENGLAND: ['A LON', 'F NTH', 'A YOR'], FRANCE: ['A BEL'] });
  const draw = (order: Order, results: Outcome['results'] = [], position = board) =>
    renderMap(position, { outcomes: [{ power: 'ENGLAND', unit: null, order, results, reasons: [] }], legend: false });
  const bare = renderMap(board, { legend: false });
  const orders: Readonly<Record<(typeof ORDER_KINDS)[number], Order>> = {
    hold: { kind: 'hold', unit: 'A LON' },
    move: { kind: 'move', unit: 'A LON', to: 'WAL', viaConvoy: false },
    'support-hold': { kind: 'support-hold', unit: 'A LON', target: 'A YOR' },
    'support-move': { kind: 'support-move', unit: 'F NTH', target: 'A LON', to: 'BEL' },
    convoy: { kind: 'convoy', unit: 'F NTH', army: 'A LON', to: 'NWY' },
    retreat: { kind: 'retreat', unit: 'A LON', to: 'WAL' },
    disband: { kind: 'disband', unit: 'A YOR' },
    build: { kind: 'build', unit: 'F EDI' },
    waive: { kind: 'waive' },
  };

  it.each(ORDER_KINDS.filter((kind) => kind !== 'waive'))('shows: %s', (kind) => {
    const others = ORDER_KINDS.filter((other) => other !== kind).map((other) => draw(orders[other]));
    const svg = draw(orders[kind]);
    readElements(svg);
    expect(svg).not.toBe(bare);
    expect(others).not.toContain(svg);
  });

  it('shows a waived build in the legend', () => {
    const winter = positionWith({}, { phase: 'W1901A', centers: { ...NOBODY, ENGLAND: ['EDI', 'LON'] } });
    expect(renderMap(winter)).toContain('>2 centres, 0 units, +2<');
    expect(renderMap(winter, { orders: { ENGLAND: [{ kind: 'waive' }] } })).toContain('>2 centres, 0 units, 1 waived<');
  });

  it.each(ORDER_RESULTS)('looks different from a success when its result is: %s', (result) => {
    const failed = draw(orders.move, [result]);
    expect(failed).not.toBe(draw(orders.move));
    const others = ORDER_RESULTS.filter((other) => other !== result).map((other) => draw(orders.move, [other]));
    if (result !== 'no convoy' && result !== 'disrupted') expect(others).not.toContain(failed);
  });

  it('is the same with its outcome as without when it succeeds, and is not drawn twice', () => {
    const given: OrdersByPower = { ENGLAND: [orders.move] };
    const outcomes: readonly Outcome[] = [{ power: 'ENGLAND', unit: 'A LON', order: orders.move, results: [], reasons: [] }];
    expect(renderMap(board, { orders: given, outcomes, legend: false })).toBe(renderMap(board, { orders: given, legend: false }));
  });

  it('is not shown for a unit that nobody ordered', () => {
    const outcomes: readonly Outcome[] = [
      { power: 'ENGLAND', unit: 'A LON', order: orders.hold, results: [], reasons: [{ kind: 'no-order' }] },
    ];
    expect(renderMap(board, { outcomes, legend: false })).toBe(bare);
    const lost = outcomes.map((outcome) => ({ ...outcome, results: ['dislodged'] as const }));
    expect(renderMap(board, { outcomes: lost })).toContain('>dislodged</text>');
    expect(renderMap(board, { outcomes: lost })).not.toContain('>hold</text>');
  });

  it('leads an army by its convoying fleets', () => {
    const move: Order = { kind: 'move', unit: 'A LON', to: 'NWY', viaConvoy: true };
    const convoy: Order = orders.convoy;
    const shaft = (svg: string) => /<path d="M([^Z]+)" stroke="[^"]+" stroke-width="6.5"/.exec(svg)?.[1]?.split('L').length ?? 0;
    const alone = renderMap(board, { orders: { ENGLAND: [move] }, legend: false });
    const carried = renderMap(board, { orders: { ENGLAND: [move, convoy] }, legend: false });
    expect(shaft(carried)).toBeGreaterThan(shaft(alone) + 5);
  });

  it('goes round Spain where a fleet does, in both directions', () => {
    const [ocean, strait] = standardDrawing.bends?.['MAO WES']?.map(([x, y]) => `L${x} ${y}L`) as [string, string];
    const position = positionWith({ FRANCE: ['F MAO', 'F WES'] });
    const going = (unit: Unit, to: string) =>
      renderMap(position, { orders: { FRANCE: [{ kind: 'move', unit, to, viaConvoy: false }] } });
    expect(going('F MAO', 'WES')).toContain(strait);
    expect(going('F MAO', 'WES').indexOf(ocean)).toBeLessThan(going('F MAO', 'WES').indexOf(strait));
    expect(going('F WES', 'MAO')).toContain(ocean);
    expect(going('F WES', 'MAO').indexOf(ocean)).toBeGreaterThan(going('F WES', 'MAO').indexOf(strait));
    expect(going('F MAO', 'ENG')).not.toContain(strait);
  });

  it('shows dislodged units beside those that took their place, with their ways out until they are ordered', () => {
    const retreats = { ...NO_RETREATS, FRANCE: { 'A BEL': ['PIC', 'HOL'] } } as const;
    const position = positionWith({ ENGLAND: ['A BEL'] }, { phase: 'S1902R', retreats });
    const open = renderMap(position);
    expect(open).toContain('<title>Army Belgium, France</title>');
    expect(open).toContain('<title>Army Belgium, England</title>');
    expect(open).toContain('>0 centres, 1 unit<');
    expect(open.split('stroke-dasharray="2 9"')).toHaveLength(4);
    expect(open).toContain('>way out</text>');
    const ordered = renderMap(position, { orders: { FRANCE: [{ kind: 'retreat', unit: 'A BEL', to: 'PIC' }] } });
    expect(ordered).not.toContain('stroke-dasharray="2 9"');
    expect(ordered).not.toContain('>way out</text>');
    expect(ordered).toContain('stroke-dasharray="20 7 4 7"');
  });

  it('is explained by the key where it occurs', () => {
    const svg = renderMap(board, { orders: { ENGLAND: [orders['support-move']] } });
    expect(svg).toContain('>support</text>');
    expect(svg).not.toContain('>convoy</text>');
  });
});

describe('a map of one’s own', () => {
  const map = defineMap<'NORTH' | 'SOUTH'>({
    name: 'two islands',
    startPhase: 'S1M',
    victoryCenters: 2,
    powers: [
      { id: 'NORTH', name: 'North', adjective: 'Northern', homes: ['UP'], units: ['A UP'] },
      { id: 'SOUTH', name: 'South', adjective: 'Southern', homes: ['DOWN'], units: ['F DOWN'] },
    ],
    provinces: [
      { id: 'UP', name: 'Up', terrain: 'coast', center: true },
      { id: 'DOWN', name: 'Down', terrain: 'coast', center: true },
      { id: 'MID', name: 'Middle Sea', terrain: 'sea' },
    ],
    armyBorders: { UP: [], DOWN: [] },
    fleetBorders: { UP: ['MID'], DOWN: ['MID'], MID: ['DOWN', 'UP'] },
  });
  const drawing: MapDrawing<'NORTH' | 'SOUTH'> = {
    map: 'two islands',
    width: 400,
    height: 600,
    powers: { NORTH: { color: '#223344', mark: 'N' }, SOUTH: { color: '#ddccaa', mark: 'So' } },
    provinces: {
      UP: { outline: 'M0 0H400V200H0z', name: [200, 140] },
      DOWN: { outline: 'M0 400H400V600H0z', name: [200, 540] },
      MID: { outline: 'M0 200H400V400H0z', name: [200, 340] },
    },
    units: { UP: [200, 100], DOWN: [200, 500], MID: [200, 300] },
  };
  const position = startingPosition(map);

  it('is drawn with a drawing of one’s own', () => {
    const svg = renderMap(position, {
      map,
      drawing,
      orders: { SOUTH: [{ kind: 'move', unit: 'F DOWN', to: 'MID', viaConvoy: false }] },
    });
    readElements(svg);
    expect(svg).toContain('>So</text>');
    expect(svg).toContain('>Spring 1, movement<');
  });

  it('is refused without one, and with one that lacks something', () => {
    const refusal = (lacking?: MapDrawing<'NORTH' | 'SOUTH'>) => {
      try {
        return renderMap(position, { map, drawing: lacking });
      } catch (error) {
        return error;
      }
    };
    expect(refusal()).toBeInstanceOf(InvalidMapError);
    expect(refusal()).toMatchObject({ place: 'drawing', message: expect.stringContaining('two islands') });
    expect(refusal({ ...drawing, provinces: { UP: { outline: '', name: [0, 0] } } })).toMatchObject({
      place: 'drawing.provinces.DOWN',
    });
    expect(refusal({ ...drawing, units: { UP: [1, 1], DOWN: [2, 2] } })).toMatchObject({ place: 'drawing.units.MID' });
    expect(refusal({ ...drawing, powers: { NORTH: drawing.powers.NORTH } as never })).toMatchObject({
      place: 'drawing.powers.SOUTH',
    });
  });
});

describe('any position', () => {
  // Without long outlines, which are the same every time.
  const plain: MapDrawing = {
    ...standardDrawing,
    ...{ coastline: 'M0 0', neutral: 'M0 0', lakes: 'M0 0', straits: 'M0 0' },
    provinces: Object.fromEntries(
      Object.entries(standardDrawing.provinces).map(([id, province]) => [id, { ...province, outline: 'M0 0' }]),
    ),
  };
  const location = fc.oneof(
    fc.constantFrom(...Object.keys(standardDrawing.units)),
    fc.constantFrom('XXX', 'PAR/NC', '', '<', 'toString'),
  );
  const unit = fc.tuple(fc.constantFrom('A' as const, 'F' as const), location).map(([type, place]): Unit => `${type} ${place}`);
  const order: fc.Arbitrary<Order> = fc.oneof(
    ...(['hold', 'disband', 'build'] as const).map((kind) => fc.record({ kind: fc.constant(kind), unit }) as fc.Arbitrary<Order>),
    fc.record({ kind: fc.constant('move' as const), unit, to: location, viaConvoy: fc.boolean() }),
    fc.record({ kind: fc.constant('retreat' as const), unit, to: location }),
    fc.record({ kind: fc.constant('support-hold' as const), unit, target: unit }),
    fc.record({ kind: fc.constant('support-move' as const), unit, target: unit, to: location }),
    fc.record({ kind: fc.constant('convoy' as const), unit, army: unit, to: location }),
    fc.constant({ kind: 'waive' as const }),
  );
  const each = <T>(arbitrary: fc.Arbitrary<T>) =>
    fc.record(Object.fromEntries(POWERS.map((power) => [power, arbitrary])) as Record<Power, fc.Arbitrary<T>>);

  it('is drawn as well-formed XML, however odd it is', () => {
    const position = fc.record({
      phase: fc.constantFrom('S1901M', 'F1905R', 'W2000A', 'COMPLETED', 'nonsense <'),
      units: each(fc.array(unit, { maxLength: 12 })),
      centers: each(fc.array(location, { maxLength: 8 })),
      retreats: each(fc.dictionary(unit, fc.array(location, { maxLength: 3 }), { maxKeys: 2 })),
    }) as fc.Arbitrary<Position>;
    const outcome = fc.record({
      power: fc.constantFrom(...POWERS, 'NOBODY' as Power),
      unit,
      order,
      results: fc.uniqueArray(fc.constantFrom(...ORDER_RESULTS), { maxLength: 2 }),
      reasons: fc.constant([]),
    });
    fc.assert(
      fc.property(
        position,
        each(fc.array(order, { maxLength: 3 })),
        fc.array(outcome, { maxLength: 12 }),
        (board, orders, outcomes) => {
          const svg = renderMap(board, { orders, outcomes, drawing: plain });
          readElements(svg);
          expect(/NaN|undefined|Infinity/.exec(svg)?.[0]).toBeUndefined();
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is drawn with a unit in every place at once', () => {
    const all = Object.keys(standardDrawing.units).map((place): Unit => `F ${place}`);
    const svg = renderMap(positionWith({ TURKEY: Array.from({ length: 5 }, () => all).flat() }));
    expect(svg.split('<title>Fleet ')).toHaveLength(1 + 5 * all.length);
  });
});
