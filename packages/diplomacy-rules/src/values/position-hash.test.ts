import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryPosition } from '../../test/arbitrary-position.js';
import { smallMap } from '../../test/maps/small-map.js';
import { standardMap } from '../map/standard-map.js';
import { positionHash } from './position-hash.js';
import type { Position } from './position.js';
import { startingPosition } from './position.js';
import type { Unit } from './unit.js';

/** The facts of a position in canonical sequence: the input that the hash must distinguish. */
function contentOf(position: Position): string {
  const sorted = (lists: Readonly<Record<string, readonly string[]>>) =>
    Object.entries(lists)
      .flatMap(([power, list]) => list.map((entry) => `${power} ${entry}`))
      .sort();
  const retreats = Object.entries(position.retreats).flatMap(([power, dislodged]) =>
    Object.entries(dislodged).map(([unit, locations]) => `${power} ${unit} > ${[...locations].sort().join(' ')}`),
  );
  return JSON.stringify([position.phase, sorted(position.units), sorted(position.centers), retreats.sort(), position.result]);
}

const reversedKeys = <T extends object>(record: T): T => Object.fromEntries(Object.entries(record).reverse()) as T;
const mapValues = <T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

describe('positionHash', () => {
  it('is 16 hexadecimal digits that stay the same from one version to the next', () => {
    expect(positionHash(startingPosition())).toMatchInlineSnapshot(`"883fb1d8e7461076"`);
    expect(positionHash(startingPosition(smallMap))).toMatchInlineSnapshot(`"0047c4a5adcde895"`);
  });

  it('does not depend on the order of powers, units, centres or retreats', () => {
    fc.assert(
      fc.property(arbitraryPosition(standardMap), (position) => {
        const turned = {
          phase: position.phase,
          retreats: mapValues(reversedKeys(position.retreats), (units) =>
            mapValues(reversedKeys(units), (locations) => [...locations].reverse()),
          ),
          centers: mapValues(reversedKeys(position.centers), (list) => [...list].reverse()),
          units: mapValues(reversedKeys(position.units), (list) => [...list].reverse()),
        } as unknown as Position;
        expect(contentOf(turned)).toBe(contentOf(position));
        expect(positionHash(turned)).toBe(positionHash(position));
        expect(positionHash(position)).toMatch(/^[0-9a-f]{16}$/);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on whether a power that has nothing is a key', () => {
    const position = startingPosition(smallMap);
    const gone = { ...position, units: { ...position.units, ALDER: [] }, centers: { ...position.centers, ALDER: [] } };
    const { ALDER: _units, ...units } = gone.units;
    const { ALDER: _centers, ...centers } = gone.centers;
    expect(positionHash({ ...gone, units, centers, retreats: {} } as unknown as typeof position)).toBe(positionHash(gone));
  });

  it('differs when a unit, its owner, a coast, a centre, a retreat or the phase differs', () => {
    const france = (units: readonly Unit[]) => ({ ...startingPosition(), units: { ...startingPosition().units, FRANCE: units } });
    const start = startingPosition();
    const dislodged = (retreats: Position['retreats']['FRANCE']): Position => ({
      ...start,
      phase: 'S1901R',
      retreats: { ...start.retreats, FRANCE: retreats },
    });
    const others: Position[] = [
      start,
      france(['A MAR', 'A PAR']),
      france(['F BRE', 'F MAR', 'A PAR']),
      france(['F BRE', 'A MAR', 'A PAR', 'F SPA/NC']),
      france(['F BRE', 'A MAR', 'A PAR', 'F SPA/SC']),
      { ...start, units: { ...start.units, FRANCE: start.units.ITALY, ITALY: start.units.FRANCE } },
      { ...start, centers: { ...start.centers, FRANCE: [...start.centers.FRANCE, 'SPA'] } },
      { ...start, centers: { ...start.centers, ITALY: [...start.centers.ITALY, 'SPA'] } },
      { ...start, phase: 'F1901M' },
      { ...start, phase: 'S1910M' },
      dislodged({}),
      dislodged({ 'A BUR': [] }),
      dislodged({ 'A BUR': ['PAR'] }),
      dislodged({ 'A BUR': ['PAR', 'GAS'] }),
      dislodged({ 'A BUR': ['PAR'], 'A PIC': ['GAS'] }),
      dislodged({ 'A BUR': ['GAS'], 'A PIC': ['PAR'] }),
      { ...start, phase: 'COMPLETED', result: { kind: 'solo', winner: 'FRANCE' } },
      { ...start, phase: 'COMPLETED', result: { kind: 'draw', powers: ['FRANCE'] } },
      { ...start, phase: 'COMPLETED', result: { kind: 'draw', powers: [] } },
    ];
    expect(new Set(others.map(positionHash)).size).toBe(others.length);
  });

  it('tells positions with different content apart, in all of its digits', () => {
    const seen = new Map<string, string>();
    const halves = [new Set<string>(), new Set<string>()];
    fc.assert(
      fc.property(arbitraryPosition(standardMap), (position) => {
        const hash = positionHash(position);
        const content = contentOf(position);
        expect(seen.get(hash) ?? content).toBe(content);
        seen.set(hash, content);
        halves[0]?.add(hash.slice(0, 8));
        halves[1]?.add(hash.slice(8));
      }),
      { numRuns: 300 },
    );
    const contents = new Set(seen.values()).size;
    expect(halves.map((half) => half.size)).toEqual([contents, contents]);
  });

  it('tells apart positions in which two powers have swapped two units', () => {
    const units = (FRANCE: readonly Unit[], ITALY: readonly Unit[]) => ({
      ...startingPosition(),
      units: { ...startingPosition().units, FRANCE, ITALY },
    });
    expect(positionHash(units(['A PAR', 'A ROM'], ['A MAR', 'A VEN']))).not.toBe(
      positionHash(units(['A PAR', 'A VEN'], ['A MAR', 'A ROM'])),
    );
  });
});
