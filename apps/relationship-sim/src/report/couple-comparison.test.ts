import { DEFAULT_RELATIONSHIP_SETTINGS } from '@entente/simulation-core/scenes';
import { beforeAll, describe, expect, it } from 'vitest';
import { offlineProgram, offlineRun } from '../../test/offline-run.js';
import { coupleComparison } from './couple-comparison.js';
import { coupleRow, type ReportedCouple } from './couple-rows.js';

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
  readonly couple?: number;
  /** After each scene, of both partners; `null`: nobody could say. */
  readonly scores?: readonly (readonly [a: number | null, b: number | null])[];
  readonly status?: ReportedCouple['status'];
}

/** The run that was played, as if it had gone otherwise. */
function variant({ condition, seed = '1', couple = 0, scores, status = 'completed' }: Changes): ReportedCouple {
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
    header: { ...played.header, spec, seed, labels: { condition } },
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
      finalA: 6,
      finalB: null,
      meanCommitment: 6,
      missingShare: 0.25,
    });
  });

  it('has nothing but names where the run is not over', () => {
    const row = coupleRow(variant({ condition: 'a', status: 'unfinished' }), 'a');
    expect(row).toMatchObject({ finalA: null, finalB: null, meanCommitment: null, missingShare: null });
  });
});

describe('a comparison of couples', () => {
  const both = (level: number) => [[level, level] as const, [level, level] as const];
  const designs = (runs: readonly ReportedCouple[]) =>
    coupleComparison(runs, ['a', 'b'])[1]?.rows.map(({ measure, design, n, difference }) => [measure, design, n, difference]);

  it('is over all runs, couple by couple, and by pairs of the same couple and seed', () => {
    const runs = [0, 1].flatMap((couple) =>
      ['1', '2'].flatMap((seed) => [
        variant({ condition: 'a', couple, seed, scores: both(6 + couple) }),
        variant({ condition: 'b', couple, seed, scores: both(4 + couple) }),
      ]),
    );
    expect(designs(runs)).toEqual(
      expect.arrayContaining([
        ['mean commitment', 'all runs', 8, 2],
        ['mean commitment', 'couple by couple', 2, 2],
        ['mean commitment', 'seed by seed', 4, 2],
        ['share of scores missing', 'seed by seed', 4, 0],
      ]),
    );
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
      variant({ condition: 'a', couple: 0, seed, scores: both(6) }),
      variant({ condition: 'b', couple: 1, seed, scores: both(3) }),
    ]);
    expect(designs(runs)).toEqual(expect.arrayContaining([['mean commitment', 'seed by seed', 2, 3]]));
  });

  it('counts what is missing, and says how many runs are not over', () => {
    const runs = [
      variant({ condition: 'a', scores: [[null, 5]] }),
      variant({ condition: 'b', scores: both(4) }),
      variant({ condition: 'b', seed: '2', status: 'unfinished' }),
    ];
    const [means] = coupleComparison(runs, ['a', 'b']);
    expect(means?.note).toContain('Missing are runs without that score; not over: 1.');
    expect(means?.rows[0]).toMatchObject({ measure: 'final commitment of A', condition: 'a', runs: 0, missing: 1, mean: null });
    expect(means?.rows[1]).toMatchObject({ condition: 'b', runs: 1, missing: 1, mean: 4 });
  });
});
