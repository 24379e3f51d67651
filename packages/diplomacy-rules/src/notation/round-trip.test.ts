import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryPosition } from '../../test/arbitrary-position.js';
import { smallMap } from '../../test/maps/small-map.js';
import { legalOrdersOfUnit } from '../legal/legal-orders.js';
import type { GameMap } from '../map/game-map.js';
import { FLEET, indexMap } from '../map/map-index.js';
import { standardMap } from '../map/standard-map.js';
import type { Order } from '../values/order.js';
import type { Position } from '../values/position.js';
import type { Location, Unit } from '../values/unit.js';
import { provinceOf, typeOfUnit } from '../values/unit.js';
import { formatOrder } from './format-order.js';
import { parseOrder } from './parse-order.js';

/** Destinations for a unit of this type, in canonical form: armies go to provinces, fleets to a coast if there are several. */
function destinationsOf(map: GameMap<string>, unit: Unit): fc.Arbitrary<Location> {
  const { locations, provinces, spotAt } = indexMap(map);
  if (typeOfUnit(unit) === 'A') return fc.constantFrom(...provinces.map(({ id }) => id));
  const coasts = locations.filter((location, number) => location.includes('/') || spotAt[FLEET][number] !== undefined);
  return fc.constantFrom(...coasts, ...provinces.filter(({ terrain }) => terrain === 'inland').map(({ id }) => id));
}

const withoutCoast = (unit: Unit, location: Location) => (typeOfUnit(unit) === 'A' ? provinceOf(location) : location);

/** Any well-formed order of these units, legal or not. */
function arbitraryOrder(map: GameMap<string>, ordered: readonly Unit[], others: readonly Unit[]): fc.Arbitrary<Order> {
  const destination = destinationsOf(map, 'F ANY');
  const unit = fc.constantFrom(...ordered);
  const target = fc.constantFrom(...others);
  return fc.oneof(
    unit.map((unit): Order => ({ kind: 'hold', unit })),
    unit.map((unit): Order => ({ kind: 'disband', unit })),
    fc
      .record({ unit, to: destination, viaConvoy: fc.boolean() })
      .map(({ unit, to, viaConvoy }): Order => ({ kind: 'move', unit, to: withoutCoast(unit, to), viaConvoy })),
    fc.record({ unit, target }).map(({ unit, target }): Order => ({ kind: 'support-hold', unit, target })),
    fc
      .record({ unit, target, to: fc.oneof(destination, destination.map(provinceOf)) })
      .map(({ unit, target, to }): Order => ({ kind: 'support-move', unit, target, to: withoutCoast(target, to) })),
    fc
      .record({ unit, army: target, to: destination.map(provinceOf) })
      .map(({ unit, army, to }): Order => ({ kind: 'convoy', unit, army, to })),
    fc.constant<Order>({ kind: 'waive' }),
  );
}

const arbitraryRetreat = (map: GameMap<string>, units: readonly Unit[]): fc.Arbitrary<Order> =>
  fc
    .record({ unit: fc.constantFrom(...units), to: destinationsOf(map, 'F ANY') })
    .map(({ unit, to }): Order => ({ kind: 'retreat', unit, to: withoutCoast(unit, to) }));

const maps: readonly (readonly [string, GameMap<string>])[] = [
  ['standard', standardMap],
  ['small', smallMap],
];

test.each(maps)('on the %s map, what formatOrder writes is read as the same order without a position', (_, map) => {
  const units = indexMap(map).spots.map(({ unit }) => unit);
  const build = fc.constantFrom(...units).map((unit): Order => ({ kind: 'build', unit }));
  fc.assert(
    fc.property(fc.oneof(arbitraryOrder(map, units, units), arbitraryRetreat(map, units), build), (order) => {
      expect(parseOrder(formatOrder(order), { map })).toEqual({ ok: true, order });
    }),
    { numRuns: 300 },
  );
});

test.each(maps)('on the %s map, what formatOrder writes is read as the same order in any position', (_, map) => {
  const draws = arbitraryPosition(map).chain((position): fc.Arbitrary<[Position<string>, Order]> => {
    const standing = Object.values(position.units).flat();
    const dislodged = Object.values(position.retreats).flatMap((units) => Object.keys(units) as Unit[]);
    const spots = indexMap(map).spots.map(({ unit }) => unit);
    const build = fc.constantFrom(...spots).map((unit): Order => ({ kind: 'build', unit }));
    const orders =
      dislodged.length > 0
        ? fc.oneof(
            arbitraryRetreat(map, dislodged),
            fc.constantFrom(...dislodged).map((unit): Order => ({ kind: 'disband', unit })),
          )
        : standing.length > 0 && position.phase.endsWith('M')
          ? arbitraryOrder(map, standing, standing)
          : build;
    return orders.map((order) => [position, order]);
  });
  fc.assert(
    fc.property(draws, ([position, order]) => {
      expect(parseOrder(formatOrder(order), { map, position })).toEqual({ ok: true, order });
    }),
    { numRuns: 300 },
  );
});

test('whatever the text, there is an order or a refusal, and the refusal names a piece of it', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 2_000 });
  const words =
    'A F PAR Paris NTH - -> → to S C H VIA ( ) / SC coast of north NC , ; . : \n # " 1. France’s and build waive qux'.split(' ');
  const nearly = fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((pieces) => pieces.join(' '));
  fc.assert(
    fc.property(fc.oneof(anything, nearly), arbitraryPosition(standardMap), (text, position) => {
      for (const options of [{}, { position }]) {
        const parsed = parseOrder(text, options);
        if (parsed.ok) expect(parseOrder(formatOrder(parsed.order), options)).toEqual(parsed);
        else {
          expect(parsed.refusal.text).toBe(text);
          expect(text).toContain(parsed.refusal.piece);
          expect(parsed.refusal.kind === 'too-long').toBe(text.length > 500);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('what is suggested is a legal order of the unit that was named', () => {
  const typo = fc.constantFrom('- QUX', 'QUX', '- /', 'SUPORTS QUX', '');
  fc.assert(
    fc.property(arbitraryPosition(standardMap, fc.constant('S1901M' as const)), typo, (position, text) => {
      for (const unit of Object.values(position.units).flat().slice(0, 3)) {
        const parsed = parseOrder(`${unit} ${text}`, { position });
        expect(legalOrdersOfUnit(position, unit).map(formatOrder)).toContain(!parsed.ok && parsed.refusal.suggestion);
      }
    }),
    { numRuns: 300 },
  );
});
