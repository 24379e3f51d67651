import type { RunHeader } from '@entente/simulation-core/journal';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeSelection, selectionTable } from './describe-selection.js';
import { countLeftOut, type SelectableRun, type SelectionRequest, selectRuns, withOtherVersions } from './select-runs.js';

interface Told {
  readonly at?: number;
  readonly study?: string;
  readonly version?: string;
  readonly conditions?: Readonly<Record<string, string>>;
  readonly condition?: string;
  readonly status?: SelectableRun['status'];
  readonly forked?: 'control' | 'with a spec of its own';
  readonly copyOf?: string;
  readonly spec?: string;
}

function run(runId: string, told: Told = {}): SelectableRun {
  const { at = 1, study, version, conditions, condition, status = 'completed', forked, copyOf = runId, spec = 'x' } = told;
  return {
    runId,
    status,
    header: {
      runId: copyOf,
      identity: copyOf,
      at,
      spec,
      labels: {
        ...(study && { study }),
        ...(version && { studyVersion: version }),
        ...(conditions && { studyConditions: JSON.stringify(conditions) }),
        ...(condition && { condition }),
      },
      ...(forked && {
        forkedFrom: { runId: 'parent', step: 's', future: 0, seeds: [], ...(forked !== 'control' && { specSince: 's' }) },
      }),
    } as unknown as RunHeader,
  };
}
const bySpec: SelectionRequest<SelectableRun> = { settingsOf: ({ header }) => JSON.stringify(header.spec) };
const ids = (runs: readonly SelectableRun[], request: Partial<SelectionRequest<SelectableRun>> = {}) =>
  selectRuns(runs, { ...bySpec, ...request }).runs.map(({ runId }) => runId);

const versions = [
  run('old1', { at: 1, study: 'x', version: 'aaaaaaaa' }),
  run('old2', { at: 2, study: 'x', version: 'aaaaaaaa' }),
  run('new1', { at: 3, study: 'x', version: 'bbbbbbbb' }),
  run('fork1', { at: 9, study: 'x', version: 'aaaaaaaa', forked: 'control' }),
  run('copy1', { at: 3, study: 'x', version: 'bbbbbbbb', copyOf: 'new1' }),
  run('open1', { at: 4, study: 'x', version: 'bbbbbbbb', status: 'interrupted' }),
];

describe('the runs that count together', () => {
  it('are those of one study in the version of its most recent run, and all others are counted', () => {
    const selection = selectRuns(versions, bySpec);
    expect(selection.runs.map(({ runId }) => runId)).toEqual(['new1']);
    expect(countLeftOut(selection)).toEqual({
      forks: 1,
      copies: 1,
      otherVersions: 2,
      otherStudies: 0,
      otherSettings: 0,
      unfinished: 1,
    });
    expect(describeSelection(selection)).toBe(
      'Study x, version bbbbbbbb: 1 run; left out: 1 fork, 1 copy, 2 of another version of the file, 1 unfinished. The version of the most recent run counts unless one is named; also on record: version aaaaaaaa (2 runs); --study x@aaaaaaaa takes another, --across-versions takes all.',
    );
    expect(selectionTable(selection).rows).toEqual([
      expect.objectContaining({ study: 'x', version: 'bbbbbbbb', runs: 1, forks: 1 }),
    ]);
  });

  it('are those of the version that is named, of all versions, and forks, where that is asked for', () => {
    expect(ids(versions, { study: { name: 'x', version: 'aaaa' } })).toEqual(['old1', 'old2']);
    expect(ids(versions, { acrossVersions: true })).toEqual(['old1', 'old2', 'new1']);
    expect(ids(versions, { study: { name: 'x', version: 'aaaa' }, include: ['forks'] })).toEqual(['old1', 'old2', 'fork1']);
    expect(selectRuns(versions, { ...bySpec, acrossVersions: true }).study?.versions).toEqual(['aaaaaaaa', 'bbbbbbbb']);
  });

  it('are of the same version where only another condition of the file has changed', () => {
    const before = { free: '11111111', offered: '22222222' };
    const after = { free: '11111111', offered: '33333333' };
    const runs = [
      run('free', { at: 1, study: 'x', version: 'aaaaaaaa', conditions: before, condition: 'free' }),
      run('offered', { at: 1, study: 'x', version: 'aaaaaaaa', conditions: before, condition: 'offered' }),
      run('changed', { at: 2, study: 'x', version: 'bbbbbbbb', conditions: after, condition: 'offered' }),
    ];
    expect(ids(runs)).toEqual(['free', 'changed']);
    expect(ids(runs, { study: { name: 'x', version: 'aaaaaaaa' } })).toEqual(['free', 'offered']);
  });

  it('never are of two studies, nor of one and of none', () => {
    const mixed = [run('a', { study: 'x' }), run('b', { study: 'y', at: 2 }), run('c')];
    expect(ids(mixed)).toEqual(['b']);
    expect(ids(mixed, { acrossVersions: true })).toEqual(['b']);
    expect(describeSelection(selectRuns(mixed, bySpec))).toContain('left out: 2 of another study or of none');
  });

  it('are those of an older version where it is named, and the newer ones that this leaves out are said', () => {
    const old = selectRuns(versions, { ...bySpec, study: { name: 'x', version: 'aaaa' } });
    expect(describeSelection(old)).toContain('left out: 1 fork, 1 copy, 2 of another version of the file');
    expect(describeSelection(old)).toContain('also on record: version bbbbbbbb (2 runs, newer)');
    const before = selectRuns(versions.slice(0, 2), { ...bySpec, study: { name: 'x', version: 'aaaa' } });
    const told = withOtherVersions(before, [...versions.slice(2), run('older', { at: 0, study: 'x', version: 'cccccccc' })]);
    expect(countLeftOut(told).otherVersions).toBe(4);
    expect(describeSelection(told)).toBe(
      'Study x, version aaaaaaaa: 2 runs; left out: 4 of another version of the file. Left out since --study names a version: version bbbbbbbb (3 runs, newer), version cccccccc (1 run).',
    );
  });

  it('have the settings of the most recent one where no study made them', () => {
    const loose = [run('a', { spec: 'oak' }), run('b', { spec: 'elm', at: 2 }), run('c', { spec: 'elm' })];
    expect(ids(loose)).toEqual(['b', 'c']);
    expect(ids(loose, { acrossVersions: true })).toEqual(['a', 'b', 'c']);
  });

  it('are all that were named, but none twice and none that has not ended', () => {
    expect(ids(versions, { isNamed: () => true })).toEqual(['old1', 'old2', 'new1', 'fork1']);
  });

  it('never have a fork among them whose models or settings are not those of its parent', () => {
    const runs = [run('a'), run('b', { forked: 'control' }), run('c', { forked: 'with a spec of its own' })];
    expect(ids(runs, { include: ['forks'] })).toEqual(['a', 'b']);
  });

  const told = fc.record({
    at: fc.nat(5),
    study: fc.constantFrom('', 'x', 'y'),
    version: fc.constantFrom('', 'aaaaaaaa', 'bbbbbbbb'),
    status: fc.constantFrom('completed' as const, 'interrupted' as const, 'unfinished' as const),
    spec: fc.constantFrom('oak', 'elm'),
  });
  const someRuns = fc.array(told, { maxLength: 12 }).map((all) => all.map((each, index) => run(`r${index}`, each)));

  it('and those that do not are all runs there are, in whatever order they come; copies change nothing', () => {
    fc.assert(
      fc.property(someRuns, fc.boolean(), (runs, acrossVersions) => {
        const request = { ...bySpec, acrossVersions };
        const selection = selectRuns(runs, request);
        expect(selection.runs.length + selection.leftOut.size).toBe(runs.length);
        const copies = runs.map((each) => ({ ...each, runId: `copy-of-${each.runId}` }));
        const withCopies = selectRuns([...copies, ...runs].toReversed(), request);
        const best = new Set(withCopies.runs.map(({ header }) => header.runId));
        expect(withCopies.runs).toHaveLength(best.size);
        expect(countLeftOut(withCopies).copies).toBe(runs.length);
        const studies = new Set(selection.runs.map(({ header }) => header.labels['study']));
        expect(studies.size).toBeLessThanOrEqual(1);
      }),
    );
  });
});
