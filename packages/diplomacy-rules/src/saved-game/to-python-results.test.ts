import { describe, expect, it } from 'vitest';
import { adjudicate } from '../judge/adjudicate.js';
import { RULEBOOKS } from '../values/rulebooks.js';
import { parseOrders } from '../notation/parse-orders.js';
import type { Position } from '../values/position.js';
import type { Power } from '../values/power.js';
import type { Unit } from '../values/unit.js';
import { positionOfSavedState } from './position-of-saved-state.js';
import { toPythonResults } from './to-python-results.js';

type Texts = { readonly [power in Power]?: readonly string[] };

/** A board with a unit for each order that names one first, judged as the Python package judges. */
function judge(
  texts: Texts,
  { name = 'S1901M', ...state }: Partial<Parameters<typeof positionOfSavedState>[0]> = {},
  options: Parameters<typeof toPythonResults>[1] = {},
): unknown {
  const unitOf = (order: string) => order.split(' ').slice(0, 2).join(' ');
  const units = Object.fromEntries(Object.entries(texts).map(([power, orders]) => [power, orders.map(unitOf)]));
  const position: Position = positionOfSavedState({ units, centers: {}, ...state, name });
  const { orders } = parseOrders(position, texts);
  return toPythonResults(adjudicate(position, orders, { rulebook: RULEBOOKS['python-compatible'] }), options);
}

describe('toPythonResults', () => {
  it.each<[claim: string, Texts, expected: unknown]>([
    [
      'names successes, standoffs, cuts and dislodgements',
      { FRANCE: ['A BUR - MUN', 'A PIE - TYR'], GERMANY: ['A MUN S A BER - SIL', 'A BER - SIL'], RUSSIA: ['A WAR - SIL'] },
      { 'A BUR': ['bounce'], 'A PIE': [], 'A MUN': ['cut'], 'A BER': ['bounce'], 'A WAR': ['bounce'] },
    ],
    [
      'says of a dislodged supporter that it is cut as well',
      { FRANCE: ['A PAR - BUR', 'A GAS S A PAR - BUR'], GERMANY: ['A BUR S A MUN', 'A MUN H'] },
      { 'A PAR': [], 'A GAS': [], 'A BUR': ['cut', 'dislodged'], 'A MUN': [] },
    ],
    [
      'does not know orders that are not legal',
      { ENGLAND: ['F LON - PAR', 'A WAL S F LON - PAR'] },
      { 'F LON': [], 'A WAL': [] },
    ],
    [
      'calls support for what was not ordered void',
      { ENGLAND: ['F LON H', 'A WAL S F LON - YOR'] },
      { 'F LON': [], 'A WAL': ['void'] },
    ],
    [
      'voids support against a unit of one’s own that would have been dislodged',
      { GERMANY: ['A BER H', 'A MUN S F KIE - BER'], FRANCE: ['F KIE - BER'] },
      { 'A BER': [], 'A MUN': ['void'], 'F KIE': ['bounce'] },
    ],
    [
      'voids it too where the unit is dislodged by the support of others',
      { GERMANY: ['A BER H', 'A MUN S F KIE - BER'], FRANCE: ['F KIE - BER', 'A SIL S F KIE - BER'] },
      { 'A BER': ['dislodged'], 'A MUN': ['void'], 'F KIE': [], 'A SIL': [] },
    ],
    [
      'lets it stand where others were as strong anyway',
      { GERMANY: ['A BER H', 'A MUN S F KIE - BER', 'F BAL S A BER'], FRANCE: ['F KIE - BER'] },
      { 'A BER': [], 'A MUN': [], 'F BAL': [], 'F KIE': ['bounce'] },
    ],
    [
      'says no convoy of everybody in a convoy that was broken, but of the fleet that broke it',
      {
        ENGLAND: ['A LON - HOL VIA', 'F NTH C A LON - HOL', 'F HEL S A LON - HOL'],
        GERMANY: ['F SKA - NTH', 'F DEN S F SKA - NTH'],
      },
      { 'A LON': ['no convoy'], 'F NTH': ['dislodged'], 'F HEL': ['no convoy'], 'F SKA': [], 'F DEN': [] },
    ],
    [
      'says no convoy and void of fleets in a convoy that has a gap',
      { ENGLAND: ['A LON - SPA VIA', 'F ENG C A LON - SPA', 'F MAO H', 'F POR S A LON - SPA'] },
      { 'A LON': ['no convoy'], 'F ENG': ['no convoy', 'void'], 'F MAO': [], 'F POR': ['void'] },
    ],
    [
      'says no convoy and void of a fleet that would carry an army that walks (DATC 6.G.2)',
      { ENGLAND: ['A NWY - SWE'], RUSSIA: ['F SWE - NWY'], GERMANY: ['F SKA C A NWY - SWE'] },
      { 'A NWY': ['bounce'], 'F SWE': ['bounce'], 'F SKA': ['no convoy', 'void'] },
    ],
    [
      'says cut of a supporter that was dislodged by whom its support was given against (DATC 6.D.17)',
      { RUSSIA: ['F CON S F BLA - ANK', 'F BLA - ANK'], TURKEY: ['F ANK - CON', 'A SMY S F ANK - CON', 'A ARM - ANK'] },
      { 'F CON': ['cut', 'dislodged'], 'F BLA': ['bounce'], 'F ANK': [], 'A SMY': [], 'A ARM': ['bounce'] },
    ],
    [
      'says cut of a supporter that was dislodged from elsewhere too',
      { FRANCE: ['A BUR S A PAR - GAS', 'A PAR - GAS'], GERMANY: ['A MUN - BUR', 'A RUH S A MUN - BUR'] },
      { 'A BUR': ['cut', 'dislodged'], 'A PAR': [], 'A MUN': [], 'A RUH': [] },
    ],
    [
      'voids support once for a unit that met the one it was to dislodge on its way',
      { FRANCE: ['A PAR - BUR'], GERMANY: ['A BUR - PAR', 'A MUN S A PAR - BUR'] },
      { 'A PAR': ['bounce'], 'A BUR': ['bounce'], 'A MUN': ['void'] },
    ],
    [
      'strikes VIA out where no route was ordered, and then sees whom the army meets',
      { TURKEY: ['A ARM - ANK VIA', 'A SMY S A ARM - ANK', 'F ANK H', 'F BLA H'] },
      { 'A ARM': ['bounce'], 'A SMY': ['void'], 'F ANK': [], 'F BLA': [] },
    ],
    [
      'does not take VIA at all where no fleets stand that could carry the army',
      { TURKEY: ['A ARM - ANK VIA', 'A SMY S A ARM - ANK', 'F ANK H'] },
      { 'A ARM': [], 'A SMY': ['void'], 'F ANK': [] },
    ],
    [
      'does not see whom an army meets that comes by convoy',
      { TURKEY: ['A ARM - ANK VIA', 'A SMY S A ARM - ANK', 'F ANK H', 'F BLA C A ARM - ANK'] },
      { 'A ARM': ['bounce'], 'A SMY': [], 'F ANK': [], 'F BLA': [] },
    ],
    [
      'sees it of an army that goes by convoy without the word',
      { TURKEY: ['A ARM - ANK', 'A SMY S A ARM - ANK', 'F ANK H', 'F BLA C A ARM - ANK'] },
      { 'A ARM': ['bounce'], 'A SMY': ['void'], 'F ANK': [], 'F BLA': [] },
    ],
    [
      'voids support for whoever loses a battle between two that swap places',
      {
        FRANCE: ['F NTH - DEN'],
        RUSSIA: ['F DEN - NTH', 'F NWY S F DEN - NTH', 'F SKA S F DEN - NTH', 'A SWE S F NTH - DEN'],
      },
      { 'F NTH': ['bounce', 'dislodged'], 'F DEN': [], 'F NWY': [], 'F SKA': [], 'A SWE': ['void'] },
    ],
    [
      'voids it in such a battle that nobody wins, too',
      { FRANCE: ['F NTH - DEN'], RUSSIA: ['F DEN - NTH', 'F NWY S F DEN - NTH', 'A SWE S F NTH - DEN'] },
      { 'F NTH': ['bounce'], 'F DEN': ['bounce'], 'F NWY': [], 'A SWE': ['void'] },
    ],
    [
      'voids it for whoever wins as well, and says it twice',
      {
        FRANCE: ['F DEN - NTH', 'F SKA S F DEN - NTH', 'F HEL S F DEN - NTH'],
        GERMANY: ['F NTH - DEN', 'A KIE S F NTH - DEN', 'F NWY S F DEN - NTH'],
      },
      { 'F DEN': [], 'F SKA': [], 'F HEL': [], 'F NTH': ['bounce', 'dislodged'], 'A KIE': [], 'F NWY': ['void', 'void'] },
    ],
    [
      'voids no support where one of the two comes by convoy, whatever comes of it',
      {
        ENGLAND: ['A NWY - SWE VIA', 'F SKA C A NWY - SWE'],
        RUSSIA: ['A SWE - NWY', 'F STP/NC S A SWE - NWY', 'A FIN - SWE', 'F BAL S A NWY - SWE'],
        GERMANY: ['F NWG - NWY', 'F NTH S F NWG - NWY'],
      },
      {
        'A NWY': [],
        'F SKA': [],
        'A SWE': ['bounce', 'dislodged'],
        'F STP/NC': [],
        'A FIN': ['bounce'],
        'F BAL': [],
        'F NWG': ['bounce'],
        'F NTH': [],
      },
    ],
    [
      'calls the support of an army void that names another coast; a fleet may name any',
      { FRANCE: ['F MAO - SPA/NC', 'F GAS S F MAO - SPA/SC', 'A POR S F MAO - SPA/SC'] },
      { 'F MAO': [], 'F GAS': [], 'A POR': ['void'] },
    ],
    [
      'marks a fleet as disrupted that a paradox stops though it is not dislodged',
      {
        ENGLAND: ['F LON S F WAL - ENG', 'F WAL - ENG'],
        FRANCE: ['A BRE - LON VIA', 'F ENG C A BRE - LON'],
        GERMANY: ['F NTH S F BEL - ENG', 'F BEL - ENG'],
      },
      {
        'F LON': [],
        'F WAL': ['bounce'],
        'A BRE': ['no convoy'],
        'F ENG': ['disrupted'],
        'F NTH': [],
        'F BEL': ['bounce'],
      },
    ],
  ])('%s', (_claim, texts, expected) => {
    expect(judge(texts)).toEqual(expected);
  });

  it('names what became of retreats', () => {
    const state = {
      name: 'S1901R',
      units: { FRANCE: ['*A PAR'], GERMANY: ['*A RUH', '*A KIE', '*A MUN'] },
      retreats: { FRANCE: { 'A PAR': ['BUR'] }, GERMANY: { 'A RUH': ['BUR'], 'A KIE': ['DEN'], 'A MUN': ['TYR'] } },
    };
    const texts = { FRANCE: ['A PAR R BUR'], GERMANY: ['A RUH R BUR', 'A KIE D', 'A MUN R TYR', 'A MUN R BOH'] };
    expect(judge(texts, state)).toEqual({
      'A PAR': ['bounce', 'disband'],
      'A RUH': ['bounce', 'disband'],
      'A KIE': ['disband'],
      'A MUN': ['void'],
    });
  });

  it('calls builds and removals that were made an empty word, refused and waived ones void', () => {
    const state = {
      name: 'W1901A',
      units: { FRANCE: ['A SPA'], GERMANY: ['A RUH', 'A KIE'] },
      centers: { FRANCE: ['BRE', 'PAR', 'SPA'], GERMANY: ['KIE'] },
    };
    expect(judge({ FRANCE: ['A PAR B', 'A MAR B', 'WAIVE'], GERMANY: ['A RUH D', 'A KIE D'] }, state)).toEqual({
      'A PAR': [''],
      'A MAR': ['void'],
      WAIVE: ['void'],
      'A RUH': [''],
      'A KIE': ['void'],
    });
  });

  it('says disband only now of units that the movement phase popped, whatever phase comes next', () => {
    const retreats = { FRANCE: { 'A PAR': ['BUR'] } };
    const popped: readonly Unit[] = ['F TUN'];
    const spring = { name: 'S1901R', units: { FRANCE: ['*A PAR'] }, retreats };
    expect(judge({ FRANCE: ['A PAR R BUR'] }, spring, { popped })).toEqual({ 'A PAR': [], 'F TUN': ['disband'] });
    const winter = { name: 'W1901A', centers: { FRANCE: ['PAR'] }, units: {} };
    expect(judge({ FRANCE: ['A PAR B'] }, winter, { popped })).toEqual({ 'A PAR': [''], 'F TUN': ['disband'] });
    expect(judge({ FRANCE: ['A PAR D'] }, spring, { popped: ['A PAR'] })).toEqual({ 'A PAR': ['disband'] });
  });

  it.each<[claim: string, orders: Texts, waived: number]>([
    ['counts the builds that were waived', { FRANCE: ['WAIVE', 'WAIVE', 'WAIVE'] }, 3],
    ['counts those that a power left out which ordered something', { FRANCE: ['A PAR B'], GERMANY: ['WAIVE'] }, 3],
    ['counts none of a power that ordered nothing', { GERMANY: ['WAIVE'] }, 1],
    ['does not count what was ordered in vain as left out', { FRANCE: ['A PAR B', 'A BUR B', 'F PAR B'] }, 0],
  ])('under WAIVE %s', (_claim, texts, waived) => {
    const position = positionOfSavedState({
      name: 'W1901A',
      units: {},
      centers: { FRANCE: ['BRE', 'PAR', 'MAR'], GERMANY: ['KIE'] },
    });
    const adjudication = adjudicate(position, parseOrders(position, texts).orders);
    expect(toPythonResults(adjudication, { position })['WAIVE'] ?? []).toEqual(Array.from({ length: waived }, () => 'void'));
  });
});
