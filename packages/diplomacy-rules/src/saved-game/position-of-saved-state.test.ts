import { describe, expect, it } from 'vitest';
import { InvalidPositionError } from '../errors.js';
import { positionOfSavedState } from './position-of-saved-state.js';

const state = {
  name: 'S1901R',
  units: { FRANCE: ['A PAR', '*A MAR'], ITALY: ['A PIE'] },
  retreats: { FRANCE: { 'A MAR': ['GAS', 'PAR', 'SPA'] } },
  centers: { FRANCE: ['PAR'] },
};

describe('positionOfSavedState', () => {
  it('takes dislodged units off the board, and what is occupied off their ways out', () => {
    const position = positionOfSavedState(state);
    expect(position.units.FRANCE).toEqual(['A PAR']);
    expect(position.retreats.FRANCE).toEqual({ 'A MAR': ['GAS', 'SPA'] });
    expect(position.centers).toMatchObject({ FRANCE: ['PAR'], ITALY: [] });
  });

  it.each([
    ['Victory by: FRA', { kind: 'solo', winner: 'FRANCE' }],
    ['Victory by: FRA, ITA', { kind: 'draw', powers: ['FRANCE', 'ITALY'] }],
    ['', { kind: 'draw', powers: ['FRANCE', 'ITALY'] }],
  ])('reads off the note "%s" how the game ended', (note, result) => {
    const units = { FRANCE: ['A PAR'], ITALY: ['A PIE'], TURKEY: [] };
    expect(positionOfSavedState({ ...state, units, retreats: {}, name: 'COMPLETED', note }).result).toEqual(result);
  });

  it('refuses a phase without a position', () => {
    expect(() => positionOfSavedState({ ...state, name: 'FORMING' })).toThrow(InvalidPositionError);
  });
});
