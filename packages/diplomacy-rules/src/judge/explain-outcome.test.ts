import { describe, expect, it } from 'vitest';
import { board, told } from '../../test/board.js';
import type { Position } from '../values/position.js';
import type { Unit } from '../values/unit.js';
import { adjudicate } from './adjudicate.js';
import { explainOutcome } from './explain-outcome.js';

function explain(position: Position, texts: Parameters<typeof told>[1], unit: Unit): string {
  const outcome = adjudicate(position, told(position, texts)).outcomes.find((candidate) => candidate.unit === unit);
  if (outcome === undefined) throw new Error(`Nothing became of ${unit}.`);
  return explainOutcome(outcome);
}

describe('an outcome in English', () => {
  const rows: readonly {
    says: string;
    units: Parameters<typeof board>[1];
    orders: Parameters<typeof told>[1];
    of: Unit;
    is: string;
  }[] = [
    {
      says: 'of a move that nobody minds',
      units: { FRANCE: ['A PAR'] },
      orders: { FRANCE: ['A PAR - BUR'] },
      of: 'A PAR',
      is: 'Army Paris moves to Burgundy and gets there.',
    },
    {
      says: 'of a standoff',
      units: { FRANCE: ['A PAR'], GERMANY: ['A MUN'] },
      orders: { FRANCE: ['A PAR - BUR'], GERMANY: ['A MUN - BUR'] },
      of: 'A PAR',
      is: "Army Paris moves to Burgundy and does not get there. A standoff: it has strength 1, and the same place is wanted by Germany's Army Munich with strength 1.",
    },
    {
      says: 'of an attack on a supported unit',
      units: { FRANCE: ['A PAR', 'A MAR'], GERMANY: ['A BUR', 'A MUN'] },
      orders: { FRANCE: ['A PAR - BUR', 'A MAR S A PAR - BUR'], GERMANY: ['A MUN S A BUR'] },
      of: 'A PAR',
      is: "Army Paris moves to Burgundy and does not get there. It attacks with strength 2 (with support from Army Marseilles), and Germany's Army Burgundy with strength 2 (with support from Army Munich) stays.",
    },
    {
      says: 'of a support that was cut',
      units: { FRANCE: ['A PAR', 'A MAR'], GERMANY: ['A BUR'], ITALY: ['A PIE'] },
      orders: { FRANCE: ['A PAR - BUR', 'A MAR S A PAR - BUR'], ITALY: ['A PIE - MAR'] },
      of: 'A MAR',
      is: "Army Marseilles supports Army Paris to Burgundy, but the support is cut. It is attacked by Italy's Army Piedmont.",
    },
    {
      says: 'of a unit that is dislodged after its own supported move failed',
      units: { GERMANY: ['A MUN', 'A RUH'], FRANCE: ['A BUR', 'A PAR'], ITALY: ['A TYR', 'A BOH'] },
      orders: {
        GERMANY: ['A MUN - BUR', 'A RUH S A MUN - BUR'],
        FRANCE: ['A PAR S A BUR'],
        ITALY: ['A TYR - MUN', 'A BOH S A TYR - MUN'],
      },
      of: 'A MUN',
      is: "Army Munich moves to Burgundy and does not get there and is dislodged. It attacks with strength 2 (with support from Army Ruhr), and France's Army Burgundy with strength 2 (with support from Army Paris) stays. Dislodged by Italy's Army Tyrolia, with strength 2 (with support from Army Bohemia) against 1.",
    },
    {
      says: 'of a unit that is dislodged without an order',
      units: { FRANCE: ['A PAR', 'A MAR'], GERMANY: ['A BUR'] },
      orders: { FRANCE: ['A PAR - BUR', 'A MAR S A PAR - BUR'] },
      of: 'A BUR',
      is: "Army Burgundy holds and is dislodged. It had no order. Dislodged by France's Army Paris, with strength 2 (with support from Army Marseilles) against 1.",
    },
    {
      says: 'of a convoy paradox (DATC 6.F.14)',
      units: { ENGLAND: ['F LON', 'F WAL'], FRANCE: ['A BRE', 'F ENG'] },
      orders: { ENGLAND: ['F LON S F WAL - ENG', 'F WAL - ENG'], FRANCE: ['A BRE - LON', 'F ENG C A BRE - LON'] },
      of: 'A BRE',
      is: "Army Brest moves to London and finds no convoy. Whether Fleet English Channel could convoy would have hung on the convoy itself, so it does not (Szykman's rule).",
    },
    {
      says: 'of an order that is not allowed',
      units: { FRANCE: ['A PAR'] },
      orders: { FRANCE: ['A PAR - BER'] },
      of: 'A PAR',
      is: 'Army Paris moves to Berlin: the order does not count. Army Paris cannot reach Berlin: it borders on Brest, Burgundy, Gascony and Picardy.',
    },
    {
      says: 'of a support for something that was not ordered',
      units: { FRANCE: ['A PAR', 'A BUR'] },
      orders: { FRANCE: ['A PAR S A BUR - PIC', 'A BUR - MUN'] },
      of: 'A PAR',
      is: 'Army Paris supports Army Burgundy to Picardy: the order does not count. Not what was ordered: Army Burgundy moves to Munich.',
    },
    {
      says: 'of a circle',
      units: { TURKEY: ['F ANK', 'A CON', 'A SMY'] },
      orders: { TURKEY: ['F ANK - CON', 'A CON - SMY', 'A SMY - ANK'] },
      of: 'A CON',
      is: 'Army Constantinople moves to Smyrna and gets there. It attacks with strength 1. It moves on in a circle with Army Smyrna and Fleet Ankara.',
    },
  ];

  it.each(rows)('$says', ({ units, orders, of, is }) => {
    expect(explain(board('S1901M', units), orders, of)).toBe(is);
  });

  it('is the same data in JSON as without it', () => {
    const position = board('S1901M', { ENGLAND: ['F LON', 'F WAL'], FRANCE: ['A BRE', 'F ENG'] });
    const texts = { ENGLAND: ['F LON S F WAL - ENG', 'F WAL - ENG'], FRANCE: ['A BRE - LON', 'F ENG C A BRE - LON'] };
    const adjudication = adjudicate(position, told(position, texts));

    expect(JSON.parse(JSON.stringify(adjudication))).toEqual(adjudication);
  });
});
