import type { ByPower, Position, Power, Unit } from '@entente/diplomacy-rules';
import { defineMap, legalOrdersOfPower, POWERS, provinceOfUnit, standardMap, startingPosition } from '@entente/diplomacy-rules';
import { describe, expect, it } from 'vitest';
import { randomPositions } from '../../test/random-positions.js';
import { describeBoard } from './describe-board.js';
import { describeLegalOrders } from './describe-legal-orders.js';
import { describeOrderableUnits } from './describe-orderable-units.js';

const start = startingPosition();
const withUnits = (units: Partial<ByPower<readonly Unit[]>>, more: Partial<Position> = {}): Position => ({
  ...start,
  units: { ...start.units, ...units },
  ...more,
});
const blocksOf = (position: Position, power: Power) => describeOrderableUnits(position, power).split('\n\n');
const blockOf = (position: Position, power: Power, unit: string) =>
  blocksOf(position, power).find((block) => block.startsWith(`${unit}: `)) ?? '';

describe('describeOrderableUnits in a movement phase', () => {
  it('lists everything that matters to a unit, adjacent centres to gain first', () => {
    expect(blockOf(start, 'AUSTRIA', 'A BUD').split('\n')).toEqual([
      'A BUD: Budapest, inland, your supply centre',
      '  Can enter:',
      '    RUM: coast, NEUTRAL supply centre, empty',
      '    SER: inland, NEUTRAL supply centre, empty',
      '    TRI: coast, your supply centre, your F TRI',
      '    VIE: inland, your supply centre, your A VIE',
      '    GAL: inland, empty',
      '  Can support own: F TRI (hold); A VIE (hold; - GAL, TRI)',
      '  Can support foreign: F SEV of RUSSIA (- RUM); A VEN of ITALY (- TRI); A WAR of RUSSIA (- GAL)',
      '  Foreign units within two moves of BUD: 2 moves: A VEN of ITALY by TRI, A WAR of RUSSIA by GAL',
      '  Nearest centres not yours: RUM NEUTRAL 1 move; SER NEUTRAL 1 move; WAR of RUSSIA 2 moves by GAL; ' +
        'BUL NEUTRAL 2 moves by RUM; SEV of RUSSIA 2 moves by RUM; GRE NEUTRAL 2 moves by SER; VEN of ITALY 2 moves by TRI',
    ]);
  });

  it('names coasts, and the neighbours that a unit cannot enter', () => {
    const fleet = blockOf(start, 'RUSSIA', 'F STP/SC');
    expect(fleet).toContain('F STP/SC: St Petersburg (south coast), coast, your supply centre\n');
    expect(fleet).toContain('  Borders, cannot enter: BAR (sea, empty); MOS (inland, your supply centre, your A MOS); NWY (');
    expect(blockOf(withUnits({ TURKEY: ['F CON'] }), 'TURKEY', 'F CON')).toContain(
      '    BUL/EC or BUL/SC: coast, NEUTRAL supply centre, empty\n',
    );
  });

  it('names the destinations of a convoy with the fleets that make it', () => {
    const position = withUnits({ ENGLAND: ['A LON', 'F NTH', 'F NWG'], FRANCE: ['F ENG'] });
    const army = blockOf(position, 'ENGLAND', 'A LON');
    expect(army).toContain(
      '  By convoy of your F NTH (order "A LON - ... VIA"): BEL (coast, NEUTRAL supply centre, empty); DEN (',
    );
    expect(army).toMatch(/By convoy of your F NTH .*; NWY \(coast, NEUTRAL supply centre, empty\)/);
    expect(army).toMatch(/By convoy of F ENG of FRANCE .*: BRE \(coast, supply centre of FRANCE, empty\); PIC \(coast, empty\)/);
    expect(army).toMatch(/By convoy of your F NTH, your F NWG .*: CLY \(coast, empty\)/);
    expect(blockOf(position, 'ENGLAND', 'F NTH')).toContain('  Can convoy: your A LON - BEL, CLY, DEN, EDI, HOL, NWY, YOR\n');
  });

  it('finds the fleets of every move by convoy that the rules allow', () => {
    let convoys = 0;
    for (const position of [...randomPositions(5, 60), ...randomPositions(6, 60)]) {
      for (const power of POWERS) {
        const text = describeOrderableUnits(position, power);
        convoys += text.split('By convoy of').length - 1;
        expect(text).not.toContain('By convoy of  (');
      }
    }
    expect(convoys).toBeGreaterThan(20);
  });

  it('warns of foreign units near a unit, those by convoy included, and near centres that stand open', () => {
    const position = withUnits({ ENGLAND: ['A LVP'], FRANCE: ['A BRE', 'F ENG', 'A YOR'] });
    expect(blockOf(position, 'ENGLAND', 'A LVP')).toContain(
      '  Foreign units within two moves of LVP: 1 move: A YOR of FRANCE; 2 moves: F ENG of FRANCE by IRI',
    );
    expect(blocksOf(position, 'ENGLAND').at(-1)?.split('\n')).toEqual([
      'Your centres without a unit of yours, and the foreign units within two moves:',
      '  EDI: 1 move: A YOR of FRANCE; 2 moves: F ENG of FRANCE by NTH',
      '  LON: 1 move: A BRE of FRANCE by convoy of F ENG, F ENG of FRANCE, A YOR of FRANCE',
    ]);
    expect(blocksOf(withUnits({ ENGLAND: ['A LVP'], FRANCE: ['A LON'] }), 'ENGLAND').at(-1)).toContain(
      '  LON: there already: A LON of FRANCE',
    );
    expect(blockOf(start, 'RUSSIA', 'A MOS')).toContain('  Foreign units within two moves of MOS: nobody\n');
  });

  it('names at most eight of the nearest centres, however many are as near', () => {
    const centers = blockOf(start, 'RUSSIA', 'A MOS').split('Nearest centres not yours: ')[1]?.split('; ') ?? [];
    expect(centers.slice(0, 3)).toEqual([
      'RUM NEUTRAL 2 moves by SEV',
      'NWY NEUTRAL 2 moves by STP',
      expect.stringContaining(' 3 moves by '),
    ]);
    expect(centers).toHaveLength(8);
  });

  it('describes any map', () => {
    const map = defineMap<'EAST' | 'WEST'>({
      name: 'strait',
      startPhase: 'S1901M',
      victoryCenters: 2,
      powers: [
        { id: 'EAST', name: 'East', adjective: 'Eastern', homes: ['EEE'], units: ['A EEE'] },
        { id: 'WEST', name: 'West', adjective: 'Western', homes: ['WWW'], units: ['A WWW', 'F SEA'] },
      ],
      provinces: [
        { id: 'EEE', name: 'Eastland', terrain: 'coast', center: true },
        { id: 'SEA', name: 'The Strait', terrain: 'sea' },
        { id: 'WWW', name: 'Westland', terrain: 'coast', center: true },
      ],
      armyBorders: { EEE: [], WWW: [] },
      fleetBorders: { EEE: ['SEA'], SEA: ['EEE', 'WWW'], WWW: ['SEA'] },
    });
    expect(describeOrderableUnits(startingPosition(map), 'EAST', { map }).split('\n')).toEqual([
      'Units of EAST:',
      '',
      'A EEE: Eastland, coast, your supply centre',
      '  Borders, cannot enter: SEA (sea, F SEA of WEST)',
      '  By convoy of F SEA of WEST (order "A EEE - ... VIA"): WWW (coast, supply centre of WEST, A WWW of WEST)',
      '  Foreign units within two moves of EEE: 1 move: F SEA of WEST, A WWW of WEST by convoy of F SEA',
    ]);
    expect(describeBoard(startingPosition(map), { map })).toContain('WEST: supply centres 1 (WWW); units 2 (F SEA, A WWW).');
  });

  it("ignores convoys that need the power's own fleets", () => {
    const position = withUnits({ ENGLAND: ['F ENG'], FRANCE: ['A BRE'] });
    expect(blocksOf(position, 'ENGLAND').at(-1)).not.toContain('A BRE of FRANCE by convoy');
  });
});

describe('describeOrderableUnits in other phases', () => {
  it('tells a dislodged unit where it may go', () => {
    const retreats = { ...start.retreats, FRANCE: { 'A MAR': ['PIE', 'GAS', 'SPA'] } };
    const position = withUnits({ FRANCE: ['A PAR'], ITALY: ['A MAR'] }, { phase: 'S1902R', retreats });
    expect(blocksOf(position, 'FRANCE').map((block) => block.split('\n').slice(0, 6))).toEqual([
      ['Dislodged units of FRANCE: each retreats or is disbanded.'],
      [
        'A MAR: dislodged from Marseilles, coast, your supply centre',
        '  May retreat to:',
        '    SPA: coast, NEUTRAL supply centre, empty',
        '    GAS: coast, empty',
        '    PIE: coast, empty',
        '  Borders, no retreat there: BUR (inland, empty); LYO (sea, empty)',
      ],
    ]);
    expect(describeOrderableUnits(position, 'ITALY')).toBe('ITALY has nothing to order in this phase.');
  });

  it('tells what is near to each site of a build, for each kind of unit', () => {
    const text = describeOrderableUnits(withUnits({ RUSSIA: ['A MOS', 'A SEV'] }, { phase: 'W1901A' }), 'RUSSIA');
    expect(text).toMatch(
      /^RUSSIA may build 2, at most one a site\.\n\nBuild site STP: St Petersburg, coast, your supply centre\n/,
    );
    expect(text).toContain('\n  Nearest centres not yours for F STP/NC: NWY NEUTRAL 1 move; ');
    expect(text).toContain('\n  Foreign units within two moves of WAR: 2 moves: A BER of GERMANY by PRU, ');
  });

  it('tells a power that has to remove units of all of them', () => {
    const blocks = blocksOf(withUnits({ ITALY: ['A ROM', 'A VEN', 'F ION', 'F NAP'] }, { phase: 'W1901A' }), 'ITALY');
    expect(blocks.map((block) => block.split('\n')[0])).toEqual([
      'ITALY has to remove 1.',
      'F ION: Ionian Sea, sea',
      'F NAP: Naples, coast, your supply centre',
      'A ROM: Rome, coast, your supply centre',
      'A VEN: Venice, coast, your supply centre',
    ]);
  });
});

describe('what is told in random games', () => {
  const positions = [1, 2, 3].flatMap((seed) => [...randomPositions(seed, 50)]);

  it('names every province next to a unit to be ordered, and nothing that does not exist', () => {
    for (const position of positions) {
      for (const power of POWERS) {
        const text = describeOrderableUnits(position, power);
        expect(text).not.toMatch(/\bnone\b|undefined|null|NaN|\[object/i);
        for (const { unit } of legalOrdersOfPower(position, power)) {
          if (unit === undefined) continue;
          const block = text.split('\n\n').find((candidate) => candidate.startsWith(`${unit}: `)) ?? '';
          for (const to of standardMap.armyBorders[provinceOfUnit(unit)] ?? []) expect(block).toContain(` ${to}`);
        }
      }
    }
  });

  it('does not depend on the order in which a position lists its units, centres and retreats', () => {
    const turned = <T>(lists: ByPower<readonly T[]>) =>
      Object.fromEntries(POWERS.map((power) => [power, lists[power].toReversed()])) as unknown as ByPower<readonly T[]>;
    for (const position of positions) {
      const retreats = Object.fromEntries(
        POWERS.map((power) => [
          power,
          Object.fromEntries(
            Object.entries(position.retreats[power])
              .toReversed()
              .map(([unit, exits]) => [unit, exits.toReversed()]),
          ),
        ]),
      ) as unknown as Position['retreats'];
      const other: Position = { ...position, units: turned(position.units), centers: turned(position.centers), retreats };
      expect(describeBoard(other)).toBe(describeBoard(position));
      for (const power of POWERS) {
        expect(describeOrderableUnits(other, power)).toBe(describeOrderableUnits(position, power));
        expect(describeLegalOrders(other, power)).toBe(describeLegalOrders(position, power));
      }
    }
  });
});
