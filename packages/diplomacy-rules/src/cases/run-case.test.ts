import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DiplomacyRulesError, InvalidFileError, InvalidPositionError } from '../errors.js';
import { RULEBOOKS } from '../values/rulebooks.js';
import { runCase } from './run-case.js';

/** Vienna is taken with support, Tyrolia and Bohemia meet in a standoff, and the army of Vienna has one way out. */
const movement = {
  id: 'vienna',
  units: { AUSTRIA: ['A VIE', 'F TRI'], ITALY: ['A VEN'], GERMANY: ['A MUN', 'A SIL'], RUSSIA: ['A GAL', 'A BUD'] },
  orders: {
    AUSTRIA: ['A VIE H'],
    ITALY: ['A VEN - TYR'],
    GERMANY: ['A MUN - TYR', 'A SIL S A MUN - BOH'],
    RUSSIA: ['A BUD - VIE', 'A GAL S A BUD - VIE'],
  },
  expected: {
    units: { AUSTRIA: ['F TRI'], ITALY: ['A VEN'], GERMANY: ['A MUN', 'A SIL'], RUSSIA: ['A VIE', 'A GAL'] },
    dislodged: { AUSTRIA: { 'A VIE': { by: 'BUD', retreats: ['BOH'] } } },
    contested: ['TYR'],
    orders: [
      { power: 'AUSTRIA', unit: 'A VIE', order: 'A VIE H', results: ['dislodged'] },
      { power: 'AUSTRIA', unit: 'F TRI', order: null, results: [] },
      { power: 'ITALY', unit: 'A VEN', order: 'A VEN - TYR', results: ['bounce'] },
      { power: 'GERMANY', unit: 'A MUN', order: 'A MUN - TYR', results: ['bounce'] },
      { power: 'GERMANY', unit: 'A SIL', order: 'A SIL S A MUN - BOH', results: ['void'] },
      { power: 'RUSSIA', unit: 'A BUD', order: 'A BUD - VIE', results: [], to: 'A VIE' },
      { power: 'RUSSIA', unit: 'A GAL', order: 'A GAL S A BUD - VIE', results: [] },
    ],
    paradoxConvoys: [],
  },
  retreat: {
    phase: 'S1901R',
    orders: { AUSTRIA: ['A VIE R BOH'] },
    expected: {
      units: { AUSTRIA: ['A BOH', 'F TRI'], ITALY: ['A VEN'], GERMANY: ['A MUN', 'A SIL'], RUSSIA: ['A VIE', 'A GAL'] },
      retreated: [{ power: 'AUSTRIA', unit: 'A VIE', to: 'BOH' }],
      disbanded: [],
    },
  },
};

/** One build of three is made, and the rules choose one of two removals. */
const adjustments = {
  id: 'winter',
  phase: 'W1901A',
  units: { FRANCE: ['A PAR', 'A PIC', 'A RUH'], GERMANY: ['A BER'] },
  centers: { FRANCE: ['PAR'], GERMANY: ['BER', 'KIE'] },
  orders: { FRANCE: ['A PAR D', 'A PAR D'], GERMANY: ['A BER B', 'F KIE B'] },
  expected: {
    units: { FRANCE: ['A PIC'], GERMANY: ['A BER', 'F KIE'] },
    orders: [
      { power: 'FRANCE', order: 'A PAR D', results: [] },
      { power: 'FRANCE', order: 'A PAR D', results: ['void'] },
      { power: 'FRANCE', order: null, civilDisorder: 'A RUH', results: [] },
      { power: 'GERMANY', order: 'A BER B', results: ['void'] },
      { power: 'GERMANY', order: 'F KIE B', results: [] },
    ],
  },
};

/** Returns a copy of a case with another value at a path such as `expected.contested`. */
function changed(value: object, path: string, to: unknown): unknown {
  const copy = structuredClone(value);
  const keys = path.split('.');
  const last = keys.pop()!;
  const holder = keys.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], copy) as Record<string, unknown>;
  if (to === undefined) delete holder[last];
  else holder[last] = to;
  return copy;
}

describe('runCase', () => {
  it('passes a case that ends as it expects, with everything that it expects', () => {
    expect(runCase(movement)).toEqual({ id: 'vienna', passed: true, differences: [] });
    expect(runCase(adjustments)).toEqual({ id: 'winter', passed: true, differences: [] });
  });

  it.each([
    [movement, 'expected.units.AUSTRIA', ['A VIE', 'F TRI'], 'Units of AUSTRIA afterwards: F TRI; expected A VIE, F TRI.'],
    [movement, 'expected.dislodged', {}, 'Dislodged: AUSTRIA A VIE; expected none.'],
    [
      movement,
      'expected.dislodged.AUSTRIA.A VIE',
      { by: 'GAL', retreats: ['BOH'] },
      'The attacker of AUSTRIA A VIE: BUD; expected GAL.',
    ],
    [movement, 'expected.dislodged.AUSTRIA.A VIE', ['BOH', 'TYR'], 'Retreats of AUSTRIA A VIE: BOH; expected BOH, TYR.'],
    [movement, 'expected.dislodged', [['RUSSIA', 'A GAL']], 'Dislodged: AUSTRIA A VIE; expected RUSSIA A GAL.'],
    [movement, 'expected.contested', [], 'Contested: TYR; expected none.'],
    [movement, 'expected.paradoxConvoys', ['ENG'], 'Convoys stopped by a paradox: none; expected ENG.'],
    [movement, 'expected.orders.0.results', [], 'Results of AUSTRIA A VIE H: dislodged; expected none.'],
    [movement, 'expected.orders.1.results', ['void'], 'Results of AUSTRIA F TRI: none; expected void.'],
    [movement, 'expected.orders.1.unit', 'A BUD', 'AUSTRIA A BUD: there is no outcome.'],
    [movement, 'expected.orders.4.order', 'A SIL H', 'GERMANY A SIL H: the case does not order this.'],
    [movement, 'expected.orders.5.to', 'A BUD', 'RUSSIA A BUD - VIE: the unit is not A BUD afterwards.'],
    [movement, 'expected.orders', [], 'ITALY A VEN - TYR: bounce was not expected.'],
    [movement, 'retreat.expected.units.AUSTRIA', ['F TRI'], 'Units of AUSTRIA after the retreats: A BOH, F TRI; expected F TRI.'],
    [movement, 'retreat.expected.retreated', [], 'Retreated: AUSTRIA A VIE to BOH; expected none.'],
    [movement, 'retreat.expected.disbanded', [{ power: 'AUSTRIA', unit: 'A VIE' }], 'Disbanded: none; expected AUSTRIA A VIE.'],
    [movement, 'retreat.orders', {}, 'Disbanded: AUSTRIA A VIE; expected none.'],
    [adjustments, 'expected.units.FRANCE', ['A RUH'], 'Units of FRANCE afterwards: A PIC; expected A RUH.'],
    [adjustments, 'expected.orders.1.results', [], 'Results of FRANCE A PAR D: void; expected none.'],
    [adjustments, 'expected.orders.2.civilDisorder', 'A PIC', 'FRANCE A PIC: there is no outcome.'],
    [adjustments, 'expected.orders', [], 'FRANCE A RUH D: civil disorder was not expected.'],
  ])('says what is not as expected (%#)', (whole, path, to, difference) => {
    const { passed, differences } = runCase(changed(whole, path, to));

    expect(passed).toBe(false);
    expect(differences).toContain(difference);
  });

  it('compares nothing that a case does not expect', () => {
    const { units } = movement.expected;

    expect(runCase({ ...movement, retreat: undefined, expected: { units } }).passed).toBe(true);
  });

  it('finds the outcome of a unit where a case does not repeat its order', () => {
    const orders = [
      { power: 'GERMANY', unit: 'A MUN', results: ['bounce'] },
      { power: 'AUSTRIA', unit: 'A VIE', results: ['dislodged'] },
      { power: 'ITALY', unit: 'A VEN', results: ['bounce'] },
      { power: 'GERMANY', unit: 'A SIL', results: ['void'] },
    ];

    expect(runCase(changed(movement, 'expected.orders', orders)).differences).toEqual([]);
  });

  it('does not miss a unit without a retreat in a list of dislodged units, which some programs take off at once', () => {
    const board = {
      id: 'nowhere to go',
      units: { ITALY: ['A PIE'], FRANCE: ['A MAR', 'F LYO', 'A TYR', 'A TUS', 'A VEN'] },
      orders: { FRANCE: ['A MAR - PIE', 'A TYR S A MAR - PIE'] },
      expected: { units: { FRANCE: ['A PIE', 'F LYO', 'A TYR', 'A TUS', 'A VEN'] }, dislodged: [] },
    };

    expect(runCase(board).differences).toEqual([]);
    expect(runCase(changed(board, 'expected.dislodged', {})).differences).toEqual(['Dislodged: ITALY A PIE; expected none.']);
  });

  it('takes an order that is not understood for one that is void', () => {
    const board = {
      id: 'gibberish',
      units: { FRANCE: ['A PAR'], GERMANY: ['A BUR'] },
      orders: { FRANCE: ['A PAR dances'], GERMANY: ['A BUR - PAR'] },
      expected: {
        units: { FRANCE: ['A PAR'], GERMANY: ['A BUR'] },
        orders: [
          { power: 'FRANCE', unit: 'A PAR', order: 'A PAR dances', results: ['void'] },
          { power: 'GERMANY', unit: 'A BUR', order: 'A BUR - PAR', results: ['bounce'] },
        ],
      },
    };

    expect(runCase(board).differences).toEqual([]);
    expect(runCase(changed(board, 'expected.orders.0.results', [])).passed).toBe(false);
  });

  it('holds a rulebook that lets an army walk to what the case says of that, and to no more', () => {
    const board = {
      id: 'walking',
      units: { FRANCE: ['A BEL', 'F NTH'] },
      orders: { FRANCE: ['A BEL - HOL VIA'] },
      expected: { units: { FRANCE: ['A BEL', 'F NTH'] }, orders: [{ power: 'FRANCE', unit: 'A BEL', results: ['no convoy'] }] },
      expectedLandFallback: { units: { FRANCE: ['A HOL', 'F NTH'] } },
    };

    expect(runCase(board).passed).toBe(true);
    expect(runCase(board, { rulebook: RULEBOOKS.droidippy }).passed).toBe(true);
    expect(runCase({ ...board, expectedLandFallback: undefined }, { rulebook: RULEBOOKS.droidippy }).passed).toBe(false);
  });

  it.each([
    ['id', undefined, 'id', 'id should be a text, but is missing.'],
    ['phase', 'Spring', 'phase', 'phase should be a phase such as S1901M, but is "Spring".'],
    ['phase', 'S1901R', 'phase', 'phase should be a phase of movement or adjustments, but is "S1901R".'],
    ['units', [], 'units', 'units should be an object, but is a list.'],
    ['units.FRANCE', 'A PAR', 'units.FRANCE', 'units.FRANCE should be a list, but is "A PAR".'],
    ['units.AUSTRIA', ['A VIE', 7], 'units.AUSTRIA[1]', 'units.AUSTRIA[1] should be a text, but is 7.'],
    ['units.AUSTRIA', ['Vienna'], 'units.AUSTRIA[0]', 'units.AUSTRIA[0] should be a unit such as A PAR, but is "Vienna".'],
    [
      'orders.PRUSSIA',
      [],
      'orders.PRUSSIA',
      'orders.PRUSSIA should be about one of AUSTRIA, ENGLAND, FRANCE, GERMANY, ITALY, RUSSIA, TURKEY, but is "PRUSSIA".',
    ],
    ['expected', null, 'expected', 'expected should be an object, but is null.'],
    [
      'expected.dislodged',
      [['AUSTRIA']],
      'expected.dislodged[0]',
      'expected.dislodged[0] should be a power and a unit, but is a list.',
    ],
    ['expected.orders.0.power', true, 'expected.orders[0].power', 'expected.orders[0].power should be a text, but is true.'],
  ])('names the place where a file is not one of cases: %s', (path, to, place, message) => {
    const run = () => runCase(changed(movement, path, to));

    expect(run).toThrow(InvalidFileError);
    expect(run).toThrow(expect.objectContaining({ place, message }));
  });

  it('names the unit that cannot stand where it does', () => {
    expect(() => runCase(changed(movement, 'units.ITALY', ['F BOH']))).toThrow(InvalidPositionError);
  });

  it('ends with a result or an error of ours whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'id',
          'phase',
          'units',
          'units.AUSTRIA',
          'centers',
          'orders',
          'orders.GERMANY',
          'expected.units',
          'expected.orders',
          'expected.dislodged',
          'retreat',
        ),
        fc.oneof(fc.jsonValue(), fc.array(fc.constantFrom('A VIE', 'F TRI', 'A VIE - TRI', 'A SIL S A VIE', 'C', 'WAIVE', ''))),
        (path, to) => {
          try {
            const { passed, differences } = runCase(changed(movement, path, to));
            expect(passed).toBe(differences.length === 0);
          } catch (error) {
            expect(error).toSatisfy(DiplomacyRulesError.isInstance);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a case that holds under another convention only', () => {
  const values = {
    id: 'by path',
    units: { ENGLAND: ['F NTH', 'A LON'] },
    orders: { ENGLAND: ['F NTH C A LON - BEL', 'A LON - BEL VIA'] },
    expected: { units: { ENGLAND: ['F NTH', 'A LON'] } },
    convention: '4.A.6.b, the route is written in the order',
  };

  it('says so where those who collected it found that ours is another', () => {
    const result = runCase({ ...values, checks: { oracleStrictV3: false } });

    expect(result.passed).toBe(false);
    expect(result.otherConvention).toBe('4.A.6.b, the route is written in the order');
  });

  it('is a case like any other where they found that it holds', () => {
    expect(runCase({ ...values, checks: { oracleStrictV3: true } }).otherConvention).toBeUndefined();
    expect(runCase(values).otherConvention).toBeUndefined();
  });
});
