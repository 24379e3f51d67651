import { describe, expect, it } from 'vitest';
import { indexMap } from '../map/map-index.js';
import { standardMap } from '../map/standard-map.js';
import { startingPosition } from '../values/position.js';
import { zobristHash } from './zobrist-hash.js';
import type { ZobristRow } from './zobrist-tables.js';
import { zobristTables } from './zobrist-tables.js';

const numberAt = ({ high, low }: ZobristRow, i: number) => String((BigInt(high[i]!) << 32n) | BigInt(low[i]!));

describe('zobristHash', () => {
  it('knows the beginning of the classic game by the number that every saved game of the Python package begins with', () => {
    expect(zobristHash(startingPosition())).toBe('1919110489198082658');
  });

  it('does not depend on the order of units', () => {
    const start = startingPosition();
    const other = { ...start, units: { ...start.units, FRANCE: [...start.units.FRANCE].reverse() } };
    expect(zobristHash(other)).toBe(zobristHash(start));
  });

  it('is another one where a unit, its owner, a centre, a home or a dislodged unit is different', () => {
    const start = startingPosition();
    const hashes = [
      start,
      { ...start, units: { ...start.units, FRANCE: ['A BRE', 'A MAR', 'A PAR'] } as const },
      { ...start, units: { ...start.units, FRANCE: [], ITALY: [...start.units.ITALY, ...start.units.FRANCE] } },
      { ...start, centers: { ...start.centers, FRANCE: ['BRE', 'MAR'] } },
      { ...start, retreats: { ...start.retreats, FRANCE: { 'A BUR': ['GAS'] } } },
    ].map((position) => zobristHash(position));
    const homes = Object.fromEntries(standardMap.powers.map(({ id }) => [id, []])) as never;
    expect(new Set([...hashes, zobristHash(start, { homes })]).size).toBe(6);
  });
});

describe('zobristTables', () => {
  it('draws the numbers that Python draws', () => {
    const { columns, unitType, dislodgedType, homes } = zobristTables(indexMap(standardMap));
    expect([...columns.keys()].slice(14, 19)).toEqual(['BUD', 'BUL', 'BUL/EC', 'BUL/SC', 'BUR']);
    expect(numberAt(unitType[0]!, 0)).toBe('3221942193809529627');
    expect(numberAt(dislodgedType[0]!, 0)).toBe('1836201036125380243');
    expect(numberAt(homes[0]!, 0)).toBe('7653850875721606681');
  });
});
