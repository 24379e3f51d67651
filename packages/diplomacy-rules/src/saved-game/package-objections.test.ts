import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { board, told } from '../../test/board.js';
import { adjudicate } from '../judge/adjudicate.js';
import { drawGame } from '../judge/next-phase.js';
import { legalOrdersOfPower } from '../legal/legal-orders.js';
import type { Order } from '../values/order.js';
import type { Position } from '../values/position.js';
import { POWERS } from '../values/power.js';
import type { RulebookName } from '../values/rulebooks.js';
import { RULEBOOKS } from '../values/rulebooks.js';
import { startingPosition } from '../values/position.js';
import { packageObjections } from './package-objections.js';
import type { PlayedPhase } from './saved-game.js';
import { savedGameOf } from './saved-game-of.js';

type Texts = Parameters<typeof told>[1];

/** Objections to a game of one phase, played by a rulebook. */
function objections(position: Position, texts: Texts, rulebook: RulebookName = 'python-compatible'): readonly string[] {
  const orders = told(position, texts);
  const adjudication = adjudicate(position, orders, { rulebook: RULEBOOKS[rulebook] });
  const history: readonly PlayedPhase[] = [
    { position, orders, adjudication, timestampUs: 1 },
    { position: adjudication.next, timestampUs: 2 },
  ];
  return packageObjections(savedGameOf(history, { id: 'one', rulebook })).map(({ phase, message }) => `${phase}: ${message}`);
}

describe('packageObjections', () => {
  const sevastopol = board('S1903M', { AUSTRIA: ['A BUL'], TURKEY: ['F BLA'], RUSSIA: ['A MOS', 'F SEV'] });
  const attack = { AUSTRIA: ['A BUL - SEV VIA'], TURKEY: ['F BLA C A BUL - SEV'], RUSSIA: ['A MOS S A BUL - SEV', 'F SEV H'] };

  it('says whom the package dislodges where another rulebook does not', () => {
    expect(objections(sevastopol, attack, '2023')).toEqual(['S1903M: the Python package dislodges F SEV of RUSSIA.']);
    expect(objections(sevastopol, attack)).toEqual([]);
  });

  it('says which order the package does not take, and why', () => {
    const position = board('S1901M', { FRANCE: ['A PIC'] });
    expect(objections(position, { FRANCE: ['A PIC - BRE VIA'] }, 'webdiplomacy')).toEqual([
      'S1901M: the Python package does not take A PIC - BRE VIA of FRANCE: Army Picardy cannot go to Brest by convoy: no chain of fleets lies between.',
    ]);
    expect(objections(position, { FRANCE: ['A PIC - BRE VIA'] })).toEqual([]);
  });

  it('says where another unit than in the package is removed', () => {
    const position = board('W1905A', { RUSSIA: ['A SEV', 'A SPA'] }, { RUSSIA: ['POR'] });
    expect(objections(position, {}, '2023')).toEqual(['W1905A: units of RUSSIA: A SPA on record, A SEV for the Python package.']);
  });

  it('says with which phase the package goes on after a draw', () => {
    const position = board('F1905M', { FRANCE: ['A PAR'] }, { FRANCE: ['PAR'] });
    const adjudication = adjudicate(position, {});
    const history = [
      { position, orders: {}, adjudication, timestampUs: 1 },
      { position: drawGame(adjudication.next, ['FRANCE']), timestampUs: 2 },
    ];
    expect(packageObjections(savedGameOf(history, { id: 'drawn' }))).toEqual([
      { phase: 'F1905M', message: 'the Python package goes on with S1906M, and the record with COMPLETED.' },
    ]);
  });

  it('forgives one phase that comes out otherwise where the rules say DIFFERENT_ADJUDICATION, and no more', () => {
    const unlike = (rules: readonly string[], changed: readonly number[]) => {
      const history: PlayedPhase[] = [];
      let position: Position = startingPosition();
      while (history.length < 4) {
        const adjudication = adjudicate(position, {}, { rulebook: RULEBOOKS['python-compatible'] });
        history.push({ position, orders: {}, adjudication, timestampUs: history.length });
        position = adjudication.next;
      }
      const game = savedGameOf([...history, { position, timestampUs: 99 }], { id: 'any', rules });
      const phases = game.phases.map((phase, i) =>
        changed.includes(i) ? { ...phase, orders: { FRANCE: ['A PAR - BUR'] } } : phase,
      );
      return packageObjections({ ...game, phases }).map(({ phase }) => phase);
    };
    expect(new Set(unlike([], [0]))).toEqual(new Set(['S1901M']));
    expect(unlike(['DIFFERENT_ADJUDICATION'], [0])).toEqual([]);
    expect(new Set(unlike(['DIFFERENT_ADJUDICATION'], [0, 1]))).toEqual(new Set(['S1901M', 'F1901M']));
  });

  it('says which unit the package lets retreat that a convoyed army dislodged', () => {
    const position = board('S1901M', {
      ENGLAND: ['A LON', 'F NTH', 'F SKA', 'A SWE'],
      GERMANY: ['F NWY', 'A FIN', 'F STP/NC', 'F NWG', 'F BAR'],
    });
    const found = objections(position, {
      ENGLAND: ['A LON - NWY VIA', 'F NTH C A LON - NWY', 'F SKA S A LON - NWY', 'A SWE S A LON - NWY'],
    });
    expect(found).toEqual(['S1901M: the Python package lets F NWY of GERMANY retreat, which A LON dislodged by convoy.']);
  });

  it('has none against what python-compatible judges, but for retreats, which it does not imitate', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 997 }), { minLength: 5, maxLength: 40 }), (dice) => {
        let at = 0;
        const history: PlayedPhase[] = [];
        let position: Position = startingPosition();
        while (history.length < 6 && position.phase !== 'COMPLETED') {
          const ordersOf = (power: (typeof POWERS)[number]): readonly Order[] =>
            legalOrdersOfPower(position, power).flatMap(
              ({ orders }) => orders[(dice[at++ % dice.length]! + at * 7) % orders.length] ?? [],
            );
          const orders = Object.fromEntries(POWERS.map((power) => [power, ordersOf(power)]));
          const adjudication = adjudicate(position, orders, { rulebook: RULEBOOKS['python-compatible'] });
          history.push({ position, orders, adjudication, timestampUs: history.length });
          position = adjudication.next;
        }
        const found = packageObjections(savedGameOf([...history, { position, timestampUs: 99 }], { id: 'any' }));
        expect(found.filter(({ message }) => !/ lets .* retreat/.test(message))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
