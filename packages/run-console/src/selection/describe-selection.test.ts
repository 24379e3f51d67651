import { describe, expect, it } from 'vitest';
import { describeLeftOut, describeSelection, selectionTable } from './describe-selection.js';
import type { LeftOutReason, OtherVersion, Selection } from './select-runs.js';

function selection(count: number, more: Partial<Selection<number>> = {}): Selection<number> {
  return { runs: Array.from({ length: count }, (_, index) => index), study: null, leftOut: new Map(), ...more };
}
const leftOut = (...reasons: readonly LeftOutReason[]): Selection<number>['leftOut'] =>
  new Map(reasons.map((reason, index) => [100 + index, reason]));
const ofStudy = (versions: readonly (string | null)[], ...others: readonly OtherVersion[]): Partial<Selection<number>> => ({
  study: { name: 'oaks', versions, others },
});
const other = (version: string | null, runs: number, isNewer = false): OtherVersion => ({ version, runs, isNewer });

describe('describeLeftOut', () => {
  it.each([
    [['forks', 'forks'], '2 forks'],
    [['copies'], '1 copy'],
    [['copies', 'copies'], '2 copies'],
    [['otherVersions'], '1 of another version of the file'],
    [['otherStudies'], '1 of another study or of none'],
    [['otherSettings'], '1 with other settings'],
    [['unfinished'], '1 unfinished'],
    [['unfinished', 'copies', 'forks'], '1 fork, 1 copy, 1 unfinished'],
    [[], ''],
  ] as const)('tells %j', (reasons, words) => {
    expect(describeLeftOut(selection(1, { leftOut: leftOut(...reasons) }))).toBe(words);
  });

  it('counts what was left out before the selection', () => {
    expect(describeLeftOut(selection(1, { leftOut: leftOut('copies'), copies: 2, otherVersions: 1 }))).toBe(
      '3 copies, 1 of another version of the file',
    );
  });
});

describe('describeSelection', () => {
  it('counts runs, and those left out', () => {
    expect(describeSelection(selection(1))).toBe('1 run.');
    expect(describeSelection(selection(2, { leftOut: leftOut('forks') }), 'tree')).toBe('2 trees; left out: 1 fork.');
  });

  it.each([
    [['1a'], 'version 1a'],
    [['1a', '2b'], 'versions 1a, 2b'],
    [['1a', null], 'versions 1a and one not on record'],
    [[null], 'a version that is not on record'],
  ])('names the study with its versions %j', (versions, words) => {
    expect(describeSelection(selection(2, ofStudy(versions)))).toBe(`Study oaks, ${words}: 2 runs.`);
  });

  it('tells of other versions, and how to have them', () => {
    expect(describeSelection(selection(2, ofStudy(['1a'], other('2b', 1, true), other('3c', 4))))).toBe(
      'Study oaks, version 1a: 2 runs. The version of the most recent run counts unless one is named; also on record: ' +
        'version 2b (1 run, newer), version 3c (4 runs); --study oaks@2b takes another, --across-versions takes all.',
    );
  });

  it('names no version that is not on record', () => {
    expect(describeSelection(selection(2, ofStudy(['1a'], other(null, 1))))).toMatch(
      /also on record: a version that is not on record \(1 run\); --across-versions takes all\.$/,
    );
  });

  it('tells of other versions that were left out since one was named', () => {
    expect(describeSelection(selection(2, { ...ofStudy(['1a'], other('2b', 1)), otherVersions: 1 }))).toBe(
      'Study oaks, version 1a: 2 runs; left out: 1 of another version of the file. Left out since --study names a version: version 2b (1 run).',
    );
  });
});

describe('selectionTable', () => {
  it('is one row for programs', () => {
    const { rows, columns } = selectionTable(selection(2, { ...ofStudy(['1a', null]), leftOut: leftOut('forks') }), ['a', 'b']);
    expect(rows).toEqual([
      {
        ...{ study: 'oaks', version: '1a not on record', runs: 2, remarks: 'a b' },
        ...{ forks: 1, copies: 0, otherVersions: 0, otherStudies: 0, otherSettings: 0, unfinished: 0 },
      },
    ]);
    expect(columns.slice(3, -1).map(({ key, title, meaning }) => [key, title, meaning])).toEqual([
      ['forks', 'forks', 'Forks of runs, left out.'],
      ['copies', 'copies', 'Copies of runs that count already, left out.'],
      ['otherVersions', 'other versions', 'Runs of another version of the study file, left out.'],
      ['otherStudies', 'other studies', 'Runs of another study or of none, left out.'],
      ['otherSettings', 'other settings', 'Runs with other settings or models, left out.'],
      ['unfinished', 'unfinished', 'Runs that have not ended, left out.'],
    ]);
    expect([...columns.slice(0, 3), ...columns.slice(-1)].map(({ key }) => key)).toEqual(['study', 'version', 'runs', 'remarks']);
  });

  it('has no study and no remarks where there are none', () => {
    expect(selectionTable(selection(1)).rows[0]).toMatchObject({ study: null, version: null, remarks: null });
  });
});
