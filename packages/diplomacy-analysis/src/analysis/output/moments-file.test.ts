import { forEveryPower, type GameState, initialGameState } from '@entente/diplomacy-game/state';
import { type Power, POWERS } from '@entente/diplomacy-rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewerMoments } from '../../testing/viewer-moments.js';
import { type Moment, MOMENT_CATEGORIES } from '../moments/moment.js';
import { INTENTIONS, type JudgedPromise, VERDICTS } from '../promises/press-promise.js';
import type { FinishedAnalysis } from './finished-analysis.js';
import { momentsFile } from './moments-file.js';

const seats = (model: string): NonNullable<GameState['seats']> => forEveryPower(() => ({ model }));

function analysisOf({ moments = [], promises = [] }: { moments?: readonly Moment[]; promises?: readonly JudgedPromise[] }) {
  const state: GameState = {
    ...initialGameState,
    seats: seats('after'),
    tables: [
      { phase: 'S1901M', seats: seats('before'), rulebook: 'python-compatible' },
      { phase: 'S1902M', seats: seats('after'), rulebook: 'python-compatible' },
    ],
  };
  const analysis: FinishedAnalysis = {
    runId: 'game~analysis-1',
    spec: {
      game: 'game',
      phases: ['S1901M', 'F1901M'],
      material: 'm',
      judge: { provider: 'toy', modelId: 'judge', baseUrl: null },
      prompts: 'p',
    },
    game: { state, phases: [] },
    state: {
      found: [],
      judged: [{ type: 'phase-judged', phase: 'S1901M', moments, promises, dropped: [] }],
      story: null,
      missing: [],
    },
    at: Date.UTC(2024, 0, 1),
  };
  return JSON.parse(JSON.stringify(momentsFile(analysis))) as ReturnType<typeof momentsFile>;
}

const power = fc.constantFrom(...POWERS);
const phase = fc.constantFrom('S1901M', 'F1901M', 'S1902M');
const moment: fc.Arbitrary<Moment> = fc.record({
  phase,
  category: fc.constantFrom(...MOMENT_CATEGORIES),
  powers: fc.uniqueArray(power, { minLength: 1 }),
  agreement: fc.string(),
  action: fc.string(),
  impact: fc.string(),
  interest: fc.integer({ min: 2, max: 20 }).map((halves) => halves / 2),
  evidence: fc.constant([]),
});
const promise: fc.Arbitrary<JudgedPromise> = fc.record({
  phase,
  promiser: power,
  promisee: fc.constantFrom<Power | 'GLOBAL'>('GLOBAL', ...POWERS),
  kind: fc.constant('other' as const),
  text: fc.string(),
  quote: fc.string(),
  orders: fc.constant([]),
  provinces: fc.constant([]),
  spares: fc.constant(null),
  due: phase,
  condition: fc.constant(null),
  verdict: fc.constantFrom(...VERDICTS),
  judgedIn: phase,
  explanation: fc.string(),
  actual: fc.array(fc.string()),
  judgedBy: fc.constant('model' as const),
  intention: fc.constantFrom(...INTENTIONS),
  evidence: fc.option(fc.string()),
});

const sum = (counts: object): number => (Object.values(counts) as number[]).reduce((all, count) => all + count, 0);

describe('the file of moments', () => {
  it('is accepted by the viewer, with any findings', () => {
    fc.assert(
      fc.property(fc.array(moment), fc.array(promise), (moments, promises) => {
        expect(viewerMoments.safeParse(analysisOf({ moments, promises })).error?.issues ?? []).toEqual([]);
      }),
    );
  });

  it('counts every moment and every lie once, in each of its counts', () => {
    fc.assert(
      fc.property(fc.array(moment), fc.array(promise), (moments, promises) => {
        const {
          metadata,
          summary,
          analysis_results: results,
          lies_by_model: byModel,
          ...file
        } = analysisOf({ moments, promises });
        const broken = promises.filter(({ verdict }) => verdict === 'broken').length;
        for (const counts of [
          metadata.moment_categories,
          metadata.score_distribution,
          summary.moments_by_category,
          summary.score_distribution,
        ])
          expect(sum(counts)).toBe(moments.length);
        expect(results.moments).toEqual(file.moments);
        expect(results.lies).toEqual(file.lies);
        expect(summary.total_lies).toBe(broken);
        expect(sum(summary.lies_by_power)).toBe(broken);
        expect(summary.intentional_lies + summary.unintentional_lies + summary.lies_of_unknown_intention).toBe(broken);
        expect(file.lies.filter(({ intentional }) => intentional)).toHaveLength(summary.intentional_lies);
        expect(Object.values(byModel).reduce((all, counts) => all + sum(counts), 0)).toBe(broken);
      }),
    );
  });

  it('counts a lie for the model that told it, not for the one that plays the power since a fork', () => {
    const [lie] = fc.sample(promise, 1);
    const promises = [{ ...lie!, phase: 'F1901M', verdict: 'broken', intention: 'deliberate' } as const];
    expect(analysisOf({ promises }).lies_by_model).toMatchObject({ before: { intentional: 1 }, after: { intentional: 0 } });
  });

  it('names the analysed phases, the saved game and the judge', () => {
    expect(analysisOf({})).toMatchObject({
      phases_analyzed: ['S1901M', 'F1901M'],
      metadata: {
        game_results_folder: 'game',
        game_data_path: 'game/lmvsgame.json',
        model_used: 'toy:judge',
        analysis_timestamp: '2024-01-01T00:00:00.000Z',
        power_to_model: { FRANCE: 'after' },
      },
    });
  });
});
