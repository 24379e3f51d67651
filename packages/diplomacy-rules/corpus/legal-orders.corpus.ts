import { describe, expect, it } from 'vitest';
import { legalOrders } from '../src/legal/legal-orders.js';
import { standardMap } from '../src/map/standard-map.js';
import { formatOrder } from '../src/notation/format-order.js';
import { checkPosition } from '../src/values/check-position.js';
import type { Position } from '../src/values/position.js';
import type { Unit } from '../src/values/unit.js';
import { provinceOf } from '../src/values/unit.js';
import { readLines } from './corpus-data.js';

/** The orders that the `diplomacy` Python package lists in a position, by location; for a province with coasts under several of them. */
interface PossibleOrders {
  readonly id: string;
  readonly name: string;
  readonly units: Readonly<Record<string, readonly string[]>>;
  readonly centers: Readonly<Record<string, readonly string[]>>;
  readonly retreats?: Readonly<Record<string, Readonly<Record<Unit, readonly string[]>>>>;
  readonly possible: Readonly<Record<string, readonly string[]>>;
}

/**
 * Retreat phases in which the package names places that are occupied as retreats of a unit (dislodged by a convoyed army, it gets every
 * neighbour: bug P1 of the reference), and then does not list the orders to go there. This package takes the retreats of a position as they
 * are.
 */
const OCCUPIED_RETREATS: Readonly<Record<string, readonly string[]>> = {
  'droidippy-8375:F1905M>R': ['A HOL R BEL', 'A HOL R KIE', 'A HOL R RUH', 'F BEL R ENG', 'F BEL R HOL', 'F BEL R NTH'],
  'droidippy-10623:S1903M>R': ['F BRE R ENG', 'F BRE R PIC'],
  'droidippy-3040:F1909M>R': ['F NAP R APU', 'F NAP R ION', 'F NAP R ROM', 'F NAP R TYS'],
  'droidippy-5561:S1904M>R': ['A GRE R BUL', 'A GRE R SER'],
};

function positionOf({ name, units, centers, retreats = {} }: PossibleOrders): Position {
  const inPlace = (list: readonly string[]) => list.filter((unit) => !unit.startsWith('*'));
  const byPower = <T>(value: (power: string) => T) => Object.fromEntries(standardMap.powers.map(({ id }) => [id, value(id)]));
  return {
    phase: name,
    units: byPower((power) => inPlace(units[power] ?? [])),
    centers: byPower((power) => centers[power] ?? []),
    retreats: byPower((power) => retreats[power] ?? {}),
  } as unknown as Position;
}

const lines: PossibleOrders[] = [];
for await (const line of readLines<PossibleOrders>('python-possible-orders.jsonl.gz')) lines.push(line);

describe('legal orders beside those of the Python package', () => {
  it.each([
    ['M', 150],
    ['R', 89],
    ['A', 60],
  ])('are the same in all phases of type %s, %i in number', (type, count) => {
    const ofType = lines.filter(({ name }) => name.endsWith(type));
    for (const line of ofType) {
      const ours = Object.values(legalOrders(positionOf(line))).flatMap((units) =>
        units.flatMap(({ location, orders }) => orders.map((order) => `${provinceOf(location)}: ${formatOrder(order)}`)),
      );
      const theirs = Object.entries(line.possible).flatMap(([location, texts]) =>
        texts.map((text) => `${provinceOf(location)}: ${text}`),
      );
      const more = (OCCUPIED_RETREATS[line.id] ?? []).map((text) => `${text.slice(2, 5)}: ${text}`);
      expect([...new Set(ours)].sort(), line.id).toEqual([...new Set([...theirs, ...more])].sort());
      expect(new Set(ours).size, `${line.id} lists an order twice`).toBe(ours.length);
    }
    expect(ofType).toHaveLength(count);
  });

  it('come from positions that are well formed, those with retreats to occupied places aside', () => {
    const refused = lines.filter((line) => {
      try {
        checkPosition(positionOf(line));
        return false;
      } catch {
        return true;
      }
    });
    expect(refused.map(({ id }) => id).sort()).toEqual(Object.keys(OCCUPIED_RETREATS).sort());
  });
});
