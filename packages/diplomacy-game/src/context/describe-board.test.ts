import type { Position } from '@entente/diplomacy-rules';
import { POWERS, startingPosition } from '@entente/diplomacy-rules';
import { describe, expect, it } from 'vitest';
import { randomPositions } from '../../test/random-positions.js';
import { describeBoard } from './describe-board.js';

const start = startingPosition();

describe('describeBoard', () => {
  it('names the phase, every power with its centres and units, and the neutral centres', () => {
    expect(describeBoard(start).split('\n')).toEqual([
      'Phase S1901M: Spring 1901, movement.',
      'AUSTRIA: supply centres 3 (BUD, TRI, VIE); units 3 (A BUD, F TRI, A VIE).',
      'ENGLAND: supply centres 3 (EDI, LON, LVP); units 3 (F EDI, F LON, A LVP).',
      'FRANCE: supply centres 3 (BRE, MAR, PAR); units 3 (F BRE, A MAR, A PAR).',
      'GERMANY: supply centres 3 (BER, KIE, MUN); units 3 (A BER, F KIE, A MUN).',
      'ITALY: supply centres 3 (NAP, ROM, VEN); units 3 (F NAP, A ROM, A VEN).',
      'RUSSIA: supply centres 4 (MOS, SEV, STP, WAR); units 4 (A MOS, F SEV, F STP/SC, A WAR).',
      'TURKEY: supply centres 3 (ANK, CON, SMY); units 3 (F ANK, A CON, A SMY).',
      'Neutral supply centres: 12 (BEL, BUL, DEN, GRE, HOL, NWY, POR, RUM, SER, SPA, SWE, TUN).',
      '18 of the 34 supply centres, and more than any other power, win the game.',
    ]);
  });

  it('tells dislodged units, eliminated powers, and what is to be built or removed', () => {
    const fallen: Position = {
      ...start,
      phase: 'S1902R',
      units: { ...start.units, AUSTRIA: [], FRANCE: ['A PAR'] },
      centers: { ...start.centers, AUSTRIA: [] },
      retreats: { ...start.retreats, FRANCE: { 'A MAR': ['GAS'], 'F BRE': ['MAO'] } },
    };
    expect(describeBoard(fallen)).toContain('\nAUSTRIA: eliminated.\n');
    expect(describeBoard(fallen)).toContain('units 1 (A PAR); dislodged 2 (F BRE, A MAR).');
    const winter: Position = {
      ...start,
      phase: 'W1901A',
      units: { ...start.units, FRANCE: ['A PAR'], ITALY: ['A ROM', 'A VEN', 'F NAP', 'F ION'] },
    };
    expect(describeBoard(winter)).toContain('units 1 (A PAR); may build 2.');
    expect(describeBoard(winter)).toContain('units 4 (F ION, F NAP, A ROM, A VEN); has to remove 1.');
  });

  it('says how the game ended', () => {
    const over = { ...start, phase: 'COMPLETED' } as const;
    expect(describeBoard({ ...over, result: { kind: 'solo', winner: 'ITALY' } })).toMatch(/^The game is over: ITALY won\.\n/);
    expect(describeBoard({ ...over, result: { kind: 'draw', powers: ['FRANCE', 'ITALY'] } })).toMatch(
      /^The game is over: a draw of FRANCE, ITALY\.\n/,
    );
  });

  it('names every unit, and none that does not exist, in positions of random games', () => {
    for (const position of randomPositions(11, 40)) {
      const text = describeBoard(position);
      for (const power of POWERS) for (const unit of position.units[power]) expect(text).toContain(unit);
      expect(text).not.toMatch(/none|undefined|null|NaN/i);
    }
  });
});
