import type { ReportedRun } from '@entente/simulation-core/journal';
import {
  applyRelationshipFact,
  DEFAULT_RELATIONSHIP_SETTINGS,
  PARTNERS,
  type RelationshipFact,
  type RelationshipState,
} from '@entente/relationship';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { offlineRun } from '../../../test/offline-run.js';
import { relationshipKind } from '../../relationship-kind.js';
import { commitmentCurvesTable } from './commitment-curves-table.js';
import { commitmentTable } from './commitment-table.js';

let played: ReportedRun<RelationshipState>;
beforeAll(async () => {
  const settings = { ...DEFAULT_RELATIONSHIP_SETTINGS, scenes: 4 };
  const { outcome, entries } = await offlineRun({ settings });
  const [header] = entries;
  if (header?.type !== 'run-started') throw new Error('The first entry of a journal is its header.');
  played = { runId: 'played', header, state: outcome.state };
});

const FATES = ['scored', 'refusal', 'awaited'] as const;

/** Copy of the played run with a chosen fate for each score, with the last scene under way or not, and with chosen replies missing. */
const variants = fc
  .record({
    fates: fc.array(fc.constantFrom(...FATES), { minLength: 8, maxLength: 8 }),
    isOpen: fc.boolean(),
    isEmpty: fc.boolean(),
    lost: fc.nat(3),
  })
  .map(({ fates, isOpen, isEmpty, lost }): ReportedRun<RelationshipState> => {
    const scenes = played.state.scenes.map((scene, index) =>
      index < 3 ? scene : { ...scene, ...(isEmpty && { beats: [] }), ...(isOpen && { ending: 'under-way' as const }) },
    );
    const missing = Array.from({ length: lost }, (): RelationshipState['missing'][number] => ({
      type: 'appraisal-missing',
      scene: 1,
      beat: 1,
      partner: 'A',
      reason: 'unparsable',
      detail: '',
    }));
    const facts = fates.flatMap((fate, index): readonly RelationshipFact[] => {
      const about = { scene: Math.floor(index / 2) + 1, partner: PARTNERS[index % 2]! };
      if (fate === 'scored') return [{ type: 'commitment-scored', ...about, score: 5, reasoning: 'They stay.' }];
      return fate === 'refusal' ? [{ type: 'judge-missing', ...about, reason: 'refusal', detail: 'no' }] : [];
    });
    const state = facts.reduce(applyRelationshipFact, { ...played.state, scenes, commitments: [], missing });
    return { ...played, state };
  });

describe('the tables of commitment', () => {
  it('mean the same by "missing" in every table: scores due after finished scenes, of both partners', () => {
    fc.assert(
      fc.property(variants, (run) => {
        const finished = run.state.scenes.filter(({ ending }) => ending !== 'under-way').length;
        const rows = commitmentTable([run]).rows;
        const results = relationshipKind.results.row(run.state, run.header);
        const curves = commitmentCurvesTable([run]).rows;
        const missing = rows.filter(({ score }) => score === null);
        expect(rows).toHaveLength(2 * finished);
        expect(results['missing']).toBe(missing.length);
        expect(curves.reduce((sum, row) => sum + Number(row['missing']), 0)).toBe(missing.length);
        for (const row of rows) expect(row['missing'] === null).toBe(row['score'] !== null);
      }),
      { numRuns: 60 },
    );
  });

  it('say for every score that is missing why it is', () => {
    fc.assert(
      fc.property(variants, (run) => {
        for (const row of commitmentTable([run]).rows) {
          const scored = run.state.commitments.find(({ scene, partner }) => scene === row['scene'] && partner === row['role']);
          const isEmpty = run.state.scenes[Number(row['scene']) - 1]!.beats.length === 0;
          const reason =
            scored === undefined ? (isEmpty ? 'nothing-happened' : 'not-judged-yet') : scored.score === null ? 'refusal' : null;
          expect(row['missing']).toBe(reason);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('carry what tells runs apart, and the reason of the judge, in every row of the long form', () => {
    const [first] = commitmentTable([
      {
        ...played,
        header: {
          ...played.header,
          labels: { study: 's', condition: 'c=1', edit: 'persona.A' },
          forkedFrom: { runId: 'parent', step: 'scene-3', future: 2, seeds: [] },
        },
      },
    ]).rows;
    expect(first).toMatchObject({
      run: 'played',
      study: 's',
      condition: 'c=1',
      couple: 'maya-jonas',
      forkedFrom: 'parent',
      forkedAt: 'scene-3',
      future: 2,
      edit: 'persona.A',
      scene: 1,
      inherited: true,
      partner: 'Maya',
      place: 'first',
      model: 'offline',
      judge: 'offline',
    });
    expect(first!['reason']).toEqual(expect.stringMatching(/\w/));
    expect(commitmentTable([played]).rows.map(({ inherited }) => inherited)).toEqual(Array<boolean>(8).fill(false));
  });
});
