import { describe, expect, it } from 'vitest';
import { board, told } from '../../test/board.js';
import type { Position } from '../values/position.js';
import { adjudicate } from './adjudicate.js';
import type { Rulebook } from '../values/rulebook.js';
import { RULEBOOKS } from '../values/rulebook.js';

const judge = (position: Position, texts: Parameters<typeof told>[1], changes: Partial<Rulebook> = {}) =>
  adjudicate(position, told(position, texts), { rulebook: { ...RULEBOOKS['2023'], ...changes } });

describe('landFallback', () => {
  const position = board('S1901M', { FRANCE: ['A PIC'], ENGLAND: ['F ENG'], GERMANY: ['F BEL', 'F NTH'] });
  const noRoute = { FRANCE: ['A PIC - BRE VIA'] };
  const broken = {
    FRANCE: ['A PIC - BRE VIA'],
    ENGLAND: ['F ENG C A PIC - BRE'],
    GERMANY: ['F NTH - ENG', 'F BEL S F NTH - ENG'],
  };

  it.each([
    { landFallback: 'none', withoutRoute: 'A PIC', withBrokenRoute: 'A PIC' },
    { landFallback: 'whenNoRouteOrdered', withoutRoute: 'A BRE', withBrokenRoute: 'A PIC' },
    { landFallback: 'full', withoutRoute: 'A BRE', withBrokenRoute: 'A BRE' },
  ] as const)('$landFallback: without a route $withoutRoute, with a broken one $withBrokenRoute', (row) => {
    const { landFallback } = row;

    expect(judge(position, noRoute, { landFallback }).next.units.FRANCE).toEqual([row.withoutRoute]);
    expect(judge(position, broken, { landFallback }).next.units.FRANCE).toEqual([row.withBrokenRoute]);
  });

  it('says that an army went by land after all', () => {
    const { outcomes } = judge(position, broken, { landFallback: 'full' });

    expect(outcomes.find(({ unit }) => unit === 'A PIC')).toMatchObject({ results: [], reasons: [{ kind: 'went-by-land' }] });
  });
});

describe('convoyIntent', () => {
  // Both armies can walk; only by convoy do they pass each other.
  const position = board('S1901M', { ENGLAND: ['A NWY', 'F SKA'], RUSSIA: ['A SWE'] });
  const swap = { ENGLAND: ['A NWY - SWE', 'F SKA C A NWY - SWE'], RUSSIA: ['A SWE - NWY'] };

  it('is read from the order of a fleet of the same power', () => {
    expect(judge(position, swap, { convoyIntent: '2023' }).next.units).toMatchObject({
      ENGLAND: ['A SWE', 'F SKA'],
      RUSSIA: ['A NWY'],
    });
  });

  it('has to be written where the rulebook wants it written', () => {
    expect(judge(position, swap, { convoyIntent: 'explicitVia' }).next.units).toMatchObject({
      ENGLAND: ['A NWY', 'F SKA'],
      RUSSIA: ['A SWE'],
    });

    const written = { ...swap, ENGLAND: ['A NWY - SWE VIA', 'F SKA C A NWY - SWE'] };
    expect(judge(position, written, { convoyIntent: 'explicitVia' }).next.units.RUSSIA).toEqual(['A NWY']);
  });
});

describe('civilDisorder', () => {
  it('takes the unit farthest from any centre the power owns, or from its homes', () => {
    const position = board('W1905A', { RUSSIA: ['A SEV', 'A SPA'] }, { RUSSIA: ['POR'] });

    expect(judge(position, {}, { civilDisorder: '2023' }).next.units.RUSSIA).toEqual(['A SPA']);
    expect(judge(position, {}, { civilDisorder: 'homeDistance' }).next.units.RUSSIA).toEqual(['A SEV']);
  });
});

describe('supportCoast', () => {
  const position = board('S1901M', { FRANCE: ['F MAO', 'F GAS'], ITALY: ['A SPA'] });
  const texts = { FRANCE: ['F MAO - SPA/NC', 'F GAS S F MAO - SPA/SC'] };

  it('must be the one the fleet goes to, or is not looked at', () => {
    expect(judge(position, texts, { supportCoast: 'mustMatch' }).dislodged).toEqual([]);
    expect(judge(position, texts, { supportCoast: 'ignored' }).dislodged).toHaveLength(1);
  });
});
