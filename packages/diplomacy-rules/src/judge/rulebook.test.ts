import { describe, expect, it } from 'vitest';
import { board, told } from '../../test/board.js';
import type { Position } from '../values/position.js';
import { adjudicate } from './adjudicate.js';
import type { Rulebook } from '../values/rulebook.js';
import { RULEBOOK_NAMES, RULEBOOKS } from '../values/rulebooks.js';
import { explainOutcome } from './explain-outcome.js';

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
  const byFleet = { FRANCE: ['F MAO - SPA/NC', 'F GAS S F MAO - SPA/SC'] };
  const withArmy = board('S1901M', { FRANCE: ['F MAO', 'A MAR'], ITALY: ['A SPA'] });
  const byArmy = { FRANCE: ['F MAO - SPA/NC', 'A MAR S F MAO - SPA/SC'] };

  it.each([
    { supportCoast: 'mustMatch', fleet: 0, army: 0 },
    { supportCoast: 'ignoredOfFleets', fleet: 1, army: 0 },
    { supportCoast: 'ignored', fleet: 1, army: 1 },
  ] as const)(
    '$supportCoast: with a wrong coast a fleet dislodges $fleet unit, an army $army',
    ({ supportCoast, fleet, army }) => {
      expect(judge(position, byFleet, { supportCoast }).dislodged).toHaveLength(fleet);
      expect(judge(withArmy, byArmy, { supportCoast }).dislodged).toHaveLength(army);
    },
  );
});

describe('landFallback whenFleetsCouldCarry', () => {
  const landFallback = 'whenFleetsCouldCarry';

  it('refuses VIA where no fleets stand that could carry the army, and lets it walk where they do', () => {
    const bare = board('S1901M', { FRANCE: ['A PIC'] });
    const { outcomes, next } = judge(bare, { FRANCE: ['A PIC - BRE VIA'] }, { landFallback });
    expect(next.units.FRANCE).toEqual(['A PIC']);
    expect(outcomes.map((outcome) => explainOutcome(outcome)).join()).toContain(
      'cannot go to Brest by convoy: no chain of fleets lies between',
    );
    const manned = board('S1901M', { FRANCE: ['A PIC'], ENGLAND: ['F ENG'] });
    expect(judge(manned, { FRANCE: ['A PIC - BRE VIA'] }, { landFallback }).next.units.FRANCE).toEqual(['A BRE']);
  });

  it('stops an army on a broken route only if its order says VIA', () => {
    const position = board('S1901M', { ENGLAND: ['A PIC', 'F ENG'], GERMANY: ['F BEL', 'F NTH'] });
    const german = ['F NTH - ENG', 'F BEL S F NTH - ENG'];
    const unitsAfter = (order: string) =>
      judge(position, { ENGLAND: [order, 'F ENG C A PIC - BRE'], GERMANY: german }, { landFallback }).next.units.ENGLAND;
    expect(unitsAfter('A PIC - BRE VIA')).toEqual(['A PIC']);
    expect(unitsAfter('A PIC - BRE')).toEqual(['A BRE']);
  });
});

describe('ownSupport', () => {
  // The board on which the Python package first showed that it reads the last word of the order for the place.
  const units = { AUSTRIA: ['A BUL'], TURKEY: ['F BLA'], RUSSIA: ['A MOS', 'F SEV'] } as const;
  const position = board('S1903M', units);
  const orders = (move: string) => ({
    AUSTRIA: [move],
    TURKEY: ['F BLA C A BUL - SEV'],
    RUSSIA: ['A MOS S A BUL - SEV', 'F SEV H'],
  });

  it('helps to dislodge a unit of the same power where it counts for VIA, written or not, as the army has no other way', () => {
    for (const move of ['A BUL - SEV VIA', 'A BUL - SEV']) {
      const { dislodged, next } = judge(position, orders(move), { ownSupport: 'countsForVia' });
      expect(dislodged).toMatchObject([{ power: 'RUSSIA', unit: 'F SEV' }]);
      expect(next.units.AUSTRIA).toEqual(['A SEV']);
      expect(judge(position, orders(move), { ownSupport: 'neverDislodges' }).dislodged).toEqual([]);
    }
  });

  it('never helps one’s own attack, nor that of an army which walks', () => {
    const own = board('S1903M', { RUSSIA: ['A BUL', 'A MOS', 'F SEV', 'F BLA'] });
    const ownOrders = { RUSSIA: ['A BUL - SEV VIA', 'A MOS S A BUL - SEV', 'F BLA C A BUL - SEV', 'F SEV H'] };
    expect(judge(own, ownOrders, { ownSupport: 'countsForVia' }).dislodged).toEqual([]);
    const walking = board('S1903M', { AUSTRIA: ['A RUM'], TURKEY: ['F BLA'], RUSSIA: ['A MOS', 'F SEV'] });
    const intended = { AUSTRIA: ['A RUM - SEV'], TURKEY: ['F BLA C A RUM - SEV'], RUSSIA: ['A MOS S A RUM - SEV'] };
    expect(judge(walking, intended, { ownSupport: 'countsForVia' }).dislodged).toEqual([]);
  });

  it('is what python-compatible has, and no other', () => {
    const names = RULEBOOK_NAMES.filter(
      (name) =>
        adjudicate(position, told(position, orders('A BUL - SEV VIA')), { rulebook: RULEBOOKS[name] }).dislodged.length > 0,
    );
    expect(names).toEqual(['python-compatible']);
  });
});

describe('webdiplomacy', () => {
  it('lets units that swap places stop each other where the order does not say VIA, as in a recorded game', () => {
    const position = board('F1903M', { TURKEY: ['A CON', 'F BUL/EC', 'F AEG'] });
    const swap = { TURKEY: ['F BUL/EC - CON', 'A CON - BUL', 'F AEG C A CON - BUL'] };
    const stays = RULEBOOK_NAMES.filter((name) =>
      adjudicate(position, told(position, swap), { rulebook: RULEBOOKS[name] }).next.units.TURKEY.includes('A CON'),
    );
    expect(stays).toEqual(['webdiplomacy']);
  });
});
