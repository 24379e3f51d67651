import { DEFAULT_RELATIONSHIP_SETTINGS } from '@entente/relationship';
import { beforeAll, describe, expect, it } from 'vitest';
import { offlineProgram, offlineRun } from '../../test/offline-run.js';
import { coupleComparison } from './couple-comparison.js';
import { coupleRow, type ReportedCouple } from './couple-rows.js';

const MAYA = 'maya-jonas';
const THEO = 'theo-amara';

let played: ReportedCouple;
beforeAll(async () => {
  const settings = { ...DEFAULT_RELATIONSHIP_SETTINGS, scenes: 2 };
  const { outcome, entries } = await offlineRun({ settings });
  const [header] = entries;
  if (header?.type !== 'run-started') throw new Error('The first entry of a journal is its header.');
  played = { runId: 'played', header, state: outcome.state, status: 'completed' };
});

interface Changes {
  readonly condition: string;
  readonly seed?: string;
  /** Name of the couple. */
  readonly couple?: string;
  /** Scores of both partners after each scene; `null` for a missing one. */
  readonly scores?: readonly (readonly [a: number | null, b: number | null])[];
  readonly status?: ReportedCouple['status'];
}

/** Copy of the played run with other scores. */
function variant({ condition, seed = '1', couple = MAYA, scores, status = 'completed' }: Changes): ReportedCouple {
  const commitments =
    scores?.flatMap((pair, index) =>
      (['A', 'B'] as const).map((partner, at) => {
        const score = pair[at] ?? null;
        const about = { scene: index + 1, partner };
        return score === null
          ? { ...about, score, missing: { reason: 'refusal' as const, detail: '' } }
          : { ...about, score, reasoning: '' };
      }),
    ) ?? played.state.commitments;
  const spec = offlineProgram({ couple }).spec as ReportedCouple['header']['spec'];
  return {
    runId: `${condition}-${couple}-${seed}`,
    header: { ...played.header, identity: `${condition} ${couple} ${seed}`, spec, seed, labels: { condition } },
    state: { ...played.state, commitments },
    status,
  };
}

describe('the row of a run', () => {
  it('has the scores after the last scene, their mean over all, and how many are missing', () => {
    const scores = [
      [8, 4],
      [6, null],
    ] as const;
    expect(coupleRow(variant({ condition: 'a', scores }), 'a')).toMatchObject({
      couple: 'maya-jonas',
      model: 'offline',
      finalFirst: 6,
      finalSecond: null,
      finalCommitment: null,
      finalGap: null,
      meanCommitment: 6,
      missingShare: 0.25,
    });
  });

  it('has nothing but names where the run is not over', () => {
    const row = coupleRow(variant({ condition: 'a', status: 'unfinished' }), 'a');
    expect(row).toMatchObject({ finalFirst: null, finalSecond: null, meanCommitment: null, missingShare: null });
  });
});

describe('a comparison of couples', () => {
  const both = (level: number) => [[level, level] as const, [level, level] as const];
  const compared = (runs: readonly ReportedCouple[]) => coupleComparison(runs, ['a', 'b'], { settingsOf: () => '' }).tables;
  const designs = (runs: readonly ReportedCouple[]) =>
    compared(runs)[1]?.rows.map(({ measure, design, n, difference }) => [measure, design, n, difference]);

  it('of several couples has couples as units: over all of them, and couple by couple', () => {
    const runs = [MAYA, THEO].flatMap((couple, level) =>
      ['1', '2'].flatMap((seed) => [
        variant({ condition: 'a', couple, seed, scores: both(6 + level) }),
        variant({ condition: 'b', couple, seed, scores: both(4 + level) }),
      ]),
    );
    expect(designs(runs)).toEqual(
      expect.arrayContaining([
        ['mean commitment', 'all couples', '2 + 2 couples', 2],
        ['mean commitment', 'couple by couple', '2 couples x 2 seeds', 2],
        ['share of scores missing', 'couple by couple', '2 couples x 2 seeds', 0],
      ]),
    );
    expect(designs(runs)?.map(([, design]) => design)).not.toContain('seed by seed');
  });

  it('of one couple has no couples to balance', () => {
    const runs = ['1', '2'].flatMap((seed) => [
      variant({ condition: 'a', seed, scores: both(6) }),
      variant({ condition: 'b', seed, scores: both(4) }),
    ]);
    expect(new Set(designs(runs)?.map(([, design]) => design))).toEqual(new Set(['all runs', 'seed by seed']));
  });

  it('of two couples with each other pairs them by seed', () => {
    const runs = ['1', '2'].flatMap((seed) => [
      variant({ condition: 'a', couple: MAYA, seed, scores: both(6) }),
      variant({ condition: 'b', couple: THEO, seed, scores: both(3) }),
    ]);
    expect(designs(runs)).toEqual(expect.arrayContaining([['mean commitment', 'seed by seed', 2, 3]]));
  });

  it('counts what is missing, and leaves out runs that are not over', () => {
    const runs = [
      variant({
        condition: 'a',
        scores: [
          [7, 5],
          [null, 5],
        ],
      }),
      variant({ condition: 'b', scores: both(4) }),
      variant({ condition: 'b', seed: '2', status: 'unfinished' }),
    ];
    const { tables, selection } = coupleComparison(runs, ['a', 'b'], { settingsOf: () => '' });
    expect(selection.runs).toHaveLength(2);
    expect([...selection.leftOut.values()]).toEqual(['unfinished']);
    expect(tables[0]?.rows[0]).toMatchObject({ measure: 'final commitment', condition: 'a', runs: 0, missing: 1, mean: null });
    expect(tables[0]?.rows[1]).toMatchObject({ condition: 'b', runs: 1, missing: 0, mean: 4 });
  });

  it('tests what varies, and says of how many measures that is', () => {
    const runs = ['1', '2', '3'].flatMap((seed, at) => [
      variant({ condition: 'a', seed, scores: both(6).with(1, [6, 6 + at]) }),
      variant({ condition: 'b', seed, scores: both(4) }),
    ]);
    const [, differences] = compared(runs);
    const missing = differences?.rows.filter(({ measure }) => measure === 'share of scores missing') ?? [];
    expect(missing.map(({ pValue, corrected }) => [pValue, corrected])).toEqual(Array(2).fill([null, null]));
    expect(differences?.note).toContain('corrected (Holm) over 3 measures that vary');
    expect(differences?.note).toContain('Never varies, so not tested: share of scores missing.');
  });

  it('is the same whoever of the two is called A', () => {
    const runs = ['1', '2', '3'].flatMap((seed, at) => [
      variant({ condition: 'a', seed, scores: both(6).with(1, [6 + at, 3]) }),
      variant({ condition: 'b', seed, scores: both(6).with(1, [4, 5 - at]) }),
    ]);
    const swapped = runs.map((run) => ({
      ...run,
      state: {
        ...run.state,
        commitments: run.state.commitments.map((row) => ({
          ...row,
          partner: row.partner === 'A' ? ('B' as const) : ('A' as const),
        })),
      },
    }));
    expect(compared(swapped).slice(0, 2)).toEqual(compared(runs).slice(0, 2));
  });
});

describe('forks among the runs of a comparison', () => {
  const fork = (future: number, scores: Changes['scores']): ReportedCouple => {
    const run = variant({ condition: 'a', seed: `drawn-${future}`, ...(scores && { scores }) });
    const forkedFrom = { runId: 'a-maya-jonas-1', step: 'scene-2', future, seeds: [] };
    return { ...run, header: { ...run.header, runId: run.runId, forkedFrom } };
  };
  const named = (run: ReportedCouple): ReportedCouple => ({ ...run, header: { ...run.header, runId: run.runId } });
  const flat = (score: number) =>
    [
      [score, score],
      [score, score],
    ] as const;
  const four = () =>
    ['1', '2'].flatMap((seed, at) => [
      named(variant({ condition: 'a', seed, scores: flat(4 + at) })),
      named(variant({ condition: 'b', seed, scores: flat(6 + at) })),
    ]);
  const compare = (runs: readonly ReportedCouple[]) =>
    coupleComparison(runs, ['a', 'b'], { settingsOf: () => '', include: ['forks'] }).tables;

  it('count as one with what they were forked from, and over the scenes after the fork alone', () => {
    const plain = four();
    const inherited = [1, 1] as const;
    const forks = [0, 1, 2].map((future) => fork(future, [inherited, [7, 7]]));
    const tables = compare([...plain, ...forks]);
    const [means] = tables;
    expect(means?.rows[0]).toMatchObject({ condition: 'a', runs: 5, clusters: 2 });
    expect(means?.note).toContain('A line: a run and its forks.');
    const rows = tables.find(({ name }) => name === 'comparison-rows')?.rows ?? [];
    expect(rows.filter(({ seed }) => String(seed).startsWith('drawn')).map((row) => row['meanCommitment'])).toEqual([7, 7, 7]);
    expect(compare(plain)[0]?.rows[0]).not.toHaveProperty('clusters');
  });
});
