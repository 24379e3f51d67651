import { describe, expect, it } from 'vitest';
import { board, told } from '../../test/board.js';
import { InvalidPositionError } from '../errors.js';
import type { Phase } from '../values/phase.js';
import type { Position } from '../values/position.js';
import { startingPosition } from '../values/position.js';
import type { Unit } from '../values/unit.js';
import { adjudicate } from './adjudicate.js';
import { drawGame } from './next-phase.js';

const after = (position: Position, texts: Parameters<typeof told>[1] = {}) => adjudicate(position, told(position, texts));

describe('what phase comes next', () => {
  it('skips retreats and adjustments in which nobody has anything to order', () => {
    const spring = after(startingPosition(), { FRANCE: ['A PAR - BUR'] });
    const fall = adjudicate(spring.next, {});

    expect(spring.next.phase).toBe('F1901M');
    expect(fall.next.phase).toBe('S1902M');
  });

  it('is a retreat phase where a dislodged unit has somewhere to go', () => {
    const position = board('S1903M', { FRANCE: ['A PAR', 'A MAR'], GERMANY: ['A BUR'] });
    const { next, dislodged } = after(position, { FRANCE: ['A PAR - BUR', 'A MAR S A PAR - BUR'] });

    expect(next.phase).toBe('S1903R');
    expect(next.retreats.GERMANY).toEqual({ 'A BUR': ['BEL', 'GAS', 'MUN', 'PIC', 'RUH'] });
    expect(dislodged).toMatchObject([{ power: 'GERMANY', unit: 'A BUR', by: { power: 'FRANCE', unit: 'A PAR' }, from: 'PAR' }]);
  });

  it('is no retreat phase where nobody dislodged has anywhere to go: the unit is lost at once', () => {
    const position = board('S1903M', {
      ITALY: ['F NAP', 'F ROM'],
      TURKEY: ['F TYS'],
      FRANCE: ['F TUN', 'F WES', 'F LYO', 'F ION', 'A TUS'],
    });
    const { next, outcomes } = after(position, { ITALY: ['F NAP - TYS', 'F ROM S F NAP - TYS'] });

    expect(next.phase).toBe('F1903M');
    expect(next.units.TURKEY).toEqual([]);
    expect(outcomes.find(({ unit }) => unit === 'F TYS')?.reasons.map(({ kind }) => kind)).toEqual([
      'no-order',
      'dislodged-by',
      'no-retreat',
    ]);
  });

  it('is an adjustment phase after Fall where somebody can build or has to remove', () => {
    const position = board('F1901M', { FRANCE: ['F MAO'] }, { FRANCE: ['PAR'] });
    expect(after(position, { FRANCE: ['F MAO - POR'] }).next.phase).toBe('W1901A');

    const noSite = board('F1901M', { FRANCE: ['A PAR'], ENGLAND: [] }, { FRANCE: ['PAR', 'POR'] });
    expect(after(noSite).next.phase).toBe('S1902M');

    const tooMany = board('F1901M', { FRANCE: ['A PAR', 'A BUR'] }, { FRANCE: ['PAR'] });
    expect(after(tooMany).next.phase).toBe('W1901A');
  });

  it('goes from Winter to the next Spring, builds and removals done', () => {
    const position = board(
      'W1909A',
      { FRANCE: ['A BUR'], ITALY: ['A ROM', 'F ION'] },
      { FRANCE: ['PAR', 'BRE'], ITALY: ['ROM'] },
    );
    const { next, outcomes } = after(position, { FRANCE: ['F BRE B'] });

    expect(next.phase).toBe('S1910M');
    expect(next.units.FRANCE).toEqual(['A BUR', 'F BRE']);
    expect(next.units.ITALY).toEqual(['A ROM']);
    expect(outcomes.at(-1)).toEqual({
      power: 'ITALY',
      unit: 'F ION',
      order: { kind: 'disband', unit: 'F ION' },
      results: [],
      reasons: [{ kind: 'civil-disorder', distance: 2 }],
    });
  });
});

describe('centres', () => {
  it('change hands after Fall only, and stay with whoever left them', () => {
    const spring = after(board('S1902M', { GERMANY: ['A KIE'] }, { FRANCE: ['DEN'], GERMANY: ['KIE'] }), {
      GERMANY: ['A KIE - DEN'],
    });
    expect(spring.next.centers.FRANCE).toEqual(['DEN']);
    expect(spring.captures).toEqual([]);

    const fall = adjudicate(spring.next, {});
    expect(fall.next.centers.GERMANY).toEqual(['KIE', 'DEN']);
    expect(fall.next.centers.FRANCE).toEqual([]);
    expect(fall.captures).toEqual([{ center: 'DEN', from: 'FRANCE', to: 'GERMANY' }]);
  });

  it('are counted after the retreats of Fall, and a retreating unit takes what it retreats to', () => {
    const position = board('F1902M', { FRANCE: ['A PAR', 'A MAR'], GERMANY: ['A BUR'] }, { FRANCE: ['PAR', 'MAR'] });
    const moved = after(position, { FRANCE: ['A PAR - BUR', 'A MAR S A PAR - BUR'] });
    expect(moved.captures).toEqual([]);

    const retreated = after(moved.next, { GERMANY: ['A BUR R BEL'] });
    expect(retreated.captures).toEqual([{ center: 'BEL', from: null, to: 'GERMANY' }]);
  });
});

describe('the end of a game', () => {
  const eighteen = [
    'PAR',
    'BRE',
    'MAR',
    'SPA',
    'POR',
    'BEL',
    'HOL',
    'KIE',
    'BER',
    'MUN',
    'DEN',
    'SWE',
    'NWY',
    'LON',
    'LVP',
    'EDI',
    'TUN',
  ];

  it('comes after a Fall that leaves somebody with eighteen centres, and not with seventeen', () => {
    const position = board('F1911M', { FRANCE: ['F TYS'] }, { FRANCE: eighteen, ITALY: ['NAP'] });
    expect(adjudicate(position, {}).next.phase).toBe('W1911A');

    const won = after(position, { FRANCE: ['F TYS - NAP'] }).next;
    expect(won.phase).toBe('COMPLETED');
    expect(won.result).toEqual({ kind: 'solo', winner: 'FRANCE' });
  });

  it('can be a draw that the powers agree on, with the board as it is', () => {
    const drawn = drawGame(startingPosition(), ['FRANCE', 'TURKEY']);

    expect(drawn).toEqual({ ...startingPosition(), phase: 'COMPLETED', result: { kind: 'draw', powers: ['FRANCE', 'TURKEY'] } });
    expect(() => adjudicate(drawn, {})).toThrow(InvalidPositionError);
  });

  it('leaves nobody retreating', () => {
    const position = board('S1903M', { FRANCE: ['A PAR', 'A MAR'], GERMANY: ['A BUR'] });
    const { next } = after(position, { FRANCE: ['A PAR - BUR', 'A MAR S A PAR - BUR'] });

    expect(drawGame(next, ['FRANCE', 'GERMANY']).retreats.GERMANY).toEqual({});
  });
});

describe('what cannot be', () => {
  it('is named: a unit where it cannot stand, two in one province, a phase that is none', () => {
    const units = (...own: Unit[]) => adjudicate(board('S1901M', { FRANCE: ['A PAR', ...own] }), {});

    expect(() => units('F PAR')).toThrow('units.FRANCE[1]: F PAR cannot stand there on this map.');
    expect(() => units('A ATLANTIS')).toThrow('units.FRANCE[1]');
    expect(() => units('A BUR', 'A BUR')).toThrow('units.FRANCE[2]: A BUR is not alone in its province.');
    expect(() => adjudicate(board('X1901Q' as Phase, {}), {})).toThrow('phase: nothing is ordered in X1901Q');
  });

  it('does not outlive the attempt: what is judged next is judged as if nothing had happened', () => {
    const position = startingPosition();
    const before = adjudicate(position, {});
    expect(() => adjudicate(board('S1901M', { FRANCE: ['A PAR', 'A PAR'] }), {})).toThrow(InvalidPositionError);

    expect(adjudicate(position, {})).toEqual(before);
  });
});

describe('two orders to one unit', () => {
  it('leave the first one standing', () => {
    const { outcomes, next } = after(board('S1901M', { FRANCE: ['A PAR'] }), { FRANCE: ['A PAR - BUR', 'A PAR - PIC'] });

    expect(next.units.FRANCE).toEqual(['A BUR']);
    expect(outcomes.map(({ results }) => results)).toEqual([[], ['void']]);
    expect(outcomes[1]?.reasons).toMatchObject([{ kind: 'illegal', illegality: { kind: 'second-order' } }]);
  });
});
