import { describe, expect, it } from 'vitest';
import { smallMap } from '../../test/maps/small-map.js';
import { startingPosition } from './position.js';
import { POWERS } from './power.js';

describe('startingPosition', () => {
  it('gives each power of the standard map its units and home centres in Spring 1901', () => {
    const position = startingPosition();
    expect(position.phase).toBe('S1901M');
    expect(Object.keys(position.units)).toEqual(POWERS);
    expect(position.units.RUSSIA).toEqual(['A WAR', 'A MOS', 'F SEV', 'F STP/SC']);
    expect(position.centers.FRANCE).toEqual(['BRE', 'MAR', 'PAR']);
    expect(Object.values(position.units).flat()).toHaveLength(22);
    expect(position.retreats).toEqual(Object.fromEntries(POWERS.map((power) => [power, {}])));
  });

  it('cannot be changed', () => {
    const position = startingPosition();
    expect(() => (position.units.FRANCE as string[]).push('A GAS')).toThrow(TypeError);
    expect(() => Object.assign(position.retreats.FRANCE, { 'A PAR': [] })).toThrow(TypeError);
  });

  it('survives a JSON round trip', () => {
    expect(JSON.parse(JSON.stringify(startingPosition()))).toEqual(startingPosition());
  });

  it('begins a variant with the powers of its map', () => {
    const position = startingPosition(smallMap);
    expect(Object.keys(position.units)).toEqual(smallMap.powers.map(({ id }) => id));
    expect(position.phase).toBe(smallMap.startPhase);
  });
});
