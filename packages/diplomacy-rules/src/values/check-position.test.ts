import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryPosition } from '../../test/arbitrary-position.js';
import { smallMap } from '../../test/maps/small-map.js';
import { InvalidPositionError } from '../errors.js';
import { standardMap } from '../map/standard-map.js';
import { checkPosition } from './check-position.js';
import { startingPosition } from './position.js';

const start = startingPosition();
const withUnits = (units: unknown) => ({ ...start, units });
const withCenters = (centers: unknown) => ({ ...start, centers });
const dislodged = (retreats: unknown, units: unknown = { FRANCE: ['A MAR'], ITALY: ['A PIE'] }) => ({
  ...start,
  phase: 'F1902R',
  units,
  retreats,
});

function problemOf(value: unknown): { place: string; message: string } {
  try {
    checkPosition(value);
  } catch (error) {
    if (error instanceof InvalidPositionError) return { place: error.place, message: error.message };
    throw error;
  }
  throw new Error('The position was accepted.');
}

/** The fault, its place, and a word that the message must contain. */
const wrong: readonly (readonly [name: string, value: unknown, place: string, word: RegExp])[] = [
  ['nothing', undefined, 'position', /nothing is not an object/],
  ['a list', [], 'position', /a list/],
  ['no phase', { ...start, phase: undefined }, 'phase', /nothing/],
  ['a season that is none', { ...start, phase: 'X1901M' }, 'phase', /"X1901M"/],
  ['a Winter movement', { ...start, phase: 'W1901M' }, 'phase', /W1901A/],
  ['a phase that is a number', { ...start, phase: 1901 }, 'phase', /1901/],
  ['no units', withUnits(undefined), 'units', /nothing/],
  ['units in a list', withUnits(['A PAR']), 'units', /a list/],
  ['an unknown power', withUnits({ ...start.units, SPAIN: [] }), 'units.SPAIN', /standard/],
  ['a power named like a method', withUnits({ constructor: [] }), 'units.constructor', /standard/],
  ['units that are no list', withUnits({ FRANCE: 'A PAR' }), 'units.FRANCE', /not a list/],
  ['a unit that is no text', withUnits({ FRANCE: ['A PAR', 7] }), 'units.FRANCE[1]', /7 is not a unit/],
  ['a hole in a list', withUnits({ FRANCE: [, 'A PAR'] }), 'units.FRANCE[0]', /nothing is not a unit/],
  ['a unit without a type', withUnits({ FRANCE: ['A MAR', 'F BRE', 'PAR'] }), 'units.FRANCE[2]', /"PAR"/],
  ['an unknown province', withUnits({ FRANCE: ['A ATL'] }), 'units.FRANCE[0]', /no province ATL/],
  ['a fleet inland', withUnits({ FRANCE: ['F PAR'] }), 'units.FRANCE[0]', /inland/],
  ['an army at sea', withUnits({ FRANCE: ['A MAO'] }), 'units.FRANCE[0]', /at sea/],
  ['an army on a coast', withUnits({ FRANCE: ['A SPA/NC'] }), 'units.FRANCE[0]', /whole province/],
  ['a fleet without its coast', withUnits({ FRANCE: ['F SPA'] }), 'units.FRANCE[0]', /SPA\/NC, SPA\/SC/],
  ['a coast that is not there', withUnits({ FRANCE: ['F SPA/EC'] }), 'units.FRANCE[0]', /SPA\/NC, SPA\/SC/],
  ['a coast where there is one only', withUnits({ FRANCE: ['F BRE/NC'] }), 'units.FRANCE[0]', /has no name/],
  ['two units of a power in a province', withUnits({ FRANCE: ['F SPA/NC', 'A SPA'] }), 'units.FRANCE[1]', /units\.FRANCE\[0\]/],
  [
    'units of two powers in a province',
    withUnits({ FRANCE: ['A PIE'], ITALY: ['A PIE'] }),
    'units.ITALY[0]',
    /units\.FRANCE\[0\]/,
  ],
  ['a unit listed a million times', withUnits({ FRANCE: Array<string>(1e6).fill('A PAR') }), 'units.FRANCE', /1000000 entries/],
  ['a list without end', withUnits({ FRANCE: Array(4e9) }), 'units.FRANCE', /4000000000 entries/],
  ['a dislodged unit in place', withUnits({ FRANCE: ['*A PAR'] }), 'units.FRANCE[0]', /not a unit/],
  ['no centres', withCenters(null), 'centers', /null/],
  ['an unknown centre', withCenters({ ITALY: ['ROM', 'XYZ'] }), 'centers.ITALY[1]', /not a supply centre/],
  ['a province that is no centre', withCenters({ ITALY: ['PIE'] }), 'centers.ITALY[0]', /not a supply centre/],
  ['a coast as a centre', withCenters({ ITALY: ['SPA/NC'] }), 'centers.ITALY[0]', /not a supply centre/],
  [
    'a centre with two owners',
    withCenters({ ITALY: ['TUN'], TURKEY: ['SMY', 'TUN'] }),
    'centers.TURKEY[1]',
    /centers\.ITALY\[0\]/,
  ],
  ['a centre owned twice over', withCenters({ ITALY: ['TUN', 'TUN'] }), 'centers.ITALY[1]', /centers\.ITALY\[0\]/],
  [
    'dislodged units in Spring movement',
    { ...start, retreats: { ITALY: { 'A TYR': [] } } },
    'retreats.ITALY["A TYR"]',
    /retreat phase/,
  ],
  ['retreats of an unknown power', dislodged({ SPAIN: {} }), 'retreats.SPAIN', /standard/],
  ['a dislodged fleet inland', dislodged({ ITALY: { 'F TYR': [] } }), 'retreats.ITALY["F TYR"]', /inland/],
  [
    'two units dislodged from a place',
    dislodged({ ITALY: { 'A MAR': [] }, FRANCE: { 'F MAR': [] } }),
    'retreats.ITALY["A MAR"]',
    /FRANCE/,
  ],
  ['retreats that are no list', dislodged({ ITALY: { 'A MAR': 'GAS' } }), 'retreats.ITALY["A MAR"]', /not a list/],
  ['a retreat to nowhere', dislodged({ ITALY: { 'A MAR': ['GAS', 'XYZ'] } }), 'retreats.ITALY["A MAR"][1]', /XYZ/],
  ['a retreat too far', dislodged({ ITALY: { 'A MAR': ['PAR'] } }), 'retreats.ITALY["A MAR"][0]', /cannot go/],
  [
    'a retreat to an occupied place',
    dislodged({ ITALY: { 'A MAR': ['PIE'] } }),
    'retreats.ITALY["A MAR"][0]',
    /units\.ITALY\[0\]/,
  ],
  ['a retreat listed twice', dislodged({ ITALY: { 'A MAR': ['GAS', 'GAS'] } }), 'retreats.ITALY["A MAR"][1]', /twice/],
  ['an end without a result', { ...start, phase: 'COMPLETED' }, 'result', /nothing/],
  ['a result before the end', { ...start, result: { kind: 'draw', powers: [] } }, 'result', /not over/],
  ['a result of no kind', { ...start, phase: 'COMPLETED', result: { kind: 'loss' } }, 'result.kind', /"loss"/],
  ['an unknown winner', { ...start, phase: 'COMPLETED', result: { kind: 'solo', winner: 'SPAIN' } }, 'result.winner', /SPAIN/],
  [
    'a draw of strangers',
    { ...start, phase: 'COMPLETED', result: { kind: 'draw', powers: ['ITALY', 'X'] } },
    'result.powers[1]',
    /"X"/,
  ],
  [
    'a draw with one power twice',
    { ...start, phase: 'COMPLETED', result: { kind: 'draw', powers: ['ITALY', 'ITALY'] } },
    'result.powers[1]',
    /twice/,
  ],
];

describe('checkPosition', () => {
  it.each(wrong)('names the place of %s', (_, value, place, word) => {
    const problem = problemOf(value);
    expect(problem.place).toBe(place);
    expect(problem.message).toMatch(word);
    expect(problem.message).toContain(place);
  });

  it('says what is wrong in a short message, however long the mistake', () => {
    expect(problemOf(withUnits({ FRANCE: [`A ${'X'.repeat(1e5)}`] })).message.length).toBeLessThan(250);
    expect(problemOf(withUnits({ ['X'.repeat(1e5)]: [] })).message.length).toBeLessThan(250);
  });

  it('accepts every well-formed position and returns an equal one', () => {
    fc.assert(
      fc.property(fc.constantFrom('json', 'same'), arbitraryPosition(standardMap), (form, position) => {
        const foreign: unknown = form === 'json' ? JSON.parse(JSON.stringify(position)) : position;
        expect(checkPosition(foreign)).toEqual(position);
      }),
      { numRuns: 300 },
    );
  });

  it('accepts games that are over', () => {
    const solo = { ...start, phase: 'COMPLETED', result: { kind: 'solo', winner: 'FRANCE' } };
    const draw = { ...start, phase: 'COMPLETED', result: { kind: 'draw', powers: ['FRANCE', 'ITALY'] } };
    expect(checkPosition(solo)).toEqual(solo);
    expect(checkPosition(draw)).toEqual(draw);
  });

  it('lets a power without units be left out, and keys it does not know fall away', () => {
    const sparse = { phase: 'S1905M', units: { FRANCE: ['A PAR'] }, centers: {}, note: 'mine' };
    const position = checkPosition(sparse);
    expect(position.units).toEqual({
      ...Object.fromEntries(Object.keys(start.units).map((power) => [power, []])),
      FRANCE: ['A PAR'],
    });
    expect(Object.values(position.retreats)).toEqual(Array(7).fill({}));
    expect(position).not.toHaveProperty('note');
  });

  it('checks against the map it is given', () => {
    const position = startingPosition(smallMap);
    expect(checkPosition(position, { map: smallMap })).toEqual(position);
    expect(() => checkPosition(position)).toThrow(InvalidPositionError);
    expect(() => checkPosition(start, { map: smallMap })).toThrow(/three-sounds/);
  });

  it('throws nothing else, whatever it is given', () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.record({
        phase: fc.constantFrom('S1901M', 'S1901R'),
        units: fc.anything(),
        centers: fc.anything(),
        retreats: fc.anything(),
      }),
      fc.record({
        phase: fc.constantFrom('S1901R', 'COMPLETED'),
        units: fc.dictionary(
          fc.constantFrom('FRANCE', 'ITALY'),
          fc.array(fc.oneof(fc.constantFrom('A PAR', 'F SPA/NC'), fc.anything())),
        ),
        centers: fc.dictionary(fc.constantFrom('FRANCE', 'ITALY'), fc.anything()),
        retreats: fc.dictionary(
          fc.constantFrom('FRANCE', 'ITALY'),
          fc.dictionary(fc.constantFrom('A PAR', 'A MAR'), fc.anything()),
        ),
        result: fc.anything(),
      }),
    );
    fc.assert(
      fc.property(anything, (value) => {
        try {
          checkPosition(value);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidPositionError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
