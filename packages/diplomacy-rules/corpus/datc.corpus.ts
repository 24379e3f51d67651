import { describe, expect, it } from 'vitest';
import { readCase } from '../src/cases/read-case.js';
import type { RulesCase } from '../src/cases/rules-case.js';
import { runCase } from '../src/cases/run-case.js';
import { chapters } from '../test/datc/chapters.js';
import { toCaseFile } from '../test/datc/to-case-file.js';
import { readData } from './corpus-data.js';

const { cases: datc } = readData<{ readonly cases: readonly { readonly id: string }[] }>('datc-v3.json');
const { cases: elsewhere } = readData<{ readonly cases: readonly { readonly id: string }[] }>('extra-cases.json');
const rows = chapters.flatMap(({ cases }) => cases);
const ofDatc = rows.filter(({ source }) => source === undefined);
const ofOthers = rows.filter(({ source }) => source !== undefined);

/**
 * The part of an entry that the table must agree with. Final places of units are compared by units; the table names a unit if the file
 * names its order.
 */
function comparable({ expected, orders, ...rulesCase }: RulesCase): unknown {
  const { outcomes = [], ...others } = expected;
  const told = outcomes.map(({ power, order, unit, civilDisorder, results }) =>
    [power, order ?? civilDisorder ?? unit, ...results].join(', '),
  );
  const given = Object.entries(orders).filter(([, texts]) => texts.length > 0);
  return { ...rulesCase, orders: Object.fromEntries(given), expected: { ...others, outcomes: told.sort() } };
}

describe('the table of the adjudicator test cases', () => {
  it('has the numbers of the file', () => {
    expect(ofDatc.map(({ id }) => id)).toEqual(datc.map(({ id }) => id));
    expect(ofOthers).toHaveLength(elsewhere.length);
  });

  it.each(ofDatc.map((row, number) => ({ row, entry: datc[number] })))('says what the file says of $row.id', ({ row, entry }) => {
    expect(comparable(readCase(toCaseFile(row)))).toEqual(comparable(readCase(entry)));
  });

  it.each(ofOthers.map((row, number) => ({ row, entry: elsewhere[number] })))(
    'says what the file says of $row.id ($entry.id)',
    ({ row, entry }) => {
      const [ours, theirs] = [readCase(toCaseFile(row)), readCase(entry)];

      const board = ({ phase, units, orders }: RulesCase) => ({ phase, units, orders });
      expect(board(ours)).toEqual(board(theirs));
      if (row.conventions !== undefined) return; // The file follows another convention of its author.
      expect(ours.expected.units).toEqual(theirs.expected.units);
      // The table also names the dislodged units without a retreat, which other programs take off the board at once.
      expect(ours.expected.dislodged).toEqual(expect.arrayContaining([...(theirs.expected.dislodged ?? [])]));
    },
  );
});

describe('the files of test cases', () => {
  it.each(datc)('are judged as they expect: $id', (entry) => {
    expect(runCase(entry).differences).toEqual([]);
  });

  it.each(elsewhere.map((entry, number) => ({ entry, row: ofOthers[number] })))(
    'are judged as they expect, unless they have an army name its route: $entry.id',
    ({ entry, row }) => {
      // DATC 4.A.6: an order does not name its route, so the army takes the wrong one of two.
      const namesItsRoute = row?.conventions?.includes('4.A.6') === true;

      expect(runCase(entry).passed).toBe(!namesItsRoute);
    },
  );
});
