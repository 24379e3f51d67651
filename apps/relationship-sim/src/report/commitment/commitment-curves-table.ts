import type { ReportedRun } from '@entente/simulation-core/journal';
import { outcomeOf, RELATIONSHIP_OUTCOMES, type RelationshipState } from '@entente/relationship';
import { type Column, type Row, RUN_COLUMN, sparkline, type Table } from '@entente/studies/tables';
import { placedPartners } from '../placed-partners.js';
import { countMissing, dueScores, MISSING_COLUMN, MISSING_NOTE } from './due-scores.js';

const POINTS = 'points, 0 to 10';
const inTenths = (value: string | number): string => Number(value).toFixed(1);

/** Table for readers with a row for each run and partner: the scores scene by scene. */
export function commitmentCurvesTable(runs: readonly ReportedRun<RelationshipState>[]): Table {
  const rows = runs.flatMap((run) => rowsOf(run));
  const due = runs.flatMap(({ state }) => dueScores(state));
  const scenes = due.reduce((most, { scene }) => Math.max(most, scene.scene), 0);
  const missing = countMissing(due);
  return {
    name: 'commitment-curves',
    title: 'Commitment after each scene, 0 to 10',
    columns: [
      RUN_COLUMN,
      { key: 'seed', title: 'seed', meaning: 'Seed of the run.', unit: 'text' },
      {
        key: 'partner',
        title: 'partner',
        meaning: 'Name of the partner.',
        unit: 'text',
        absent: 'the couple has not been introduced',
      },
      { key: 'place', title: 'place', meaning: "Place of the partner in the couple's file.", unit: 'first or second' },
      {
        key: 'curve',
        title: 'curve',
        meaning: 'Scores as a picture; a dot where one is missing.',
        unit: 'picture',
        pictorial: true,
      },
      ...Array.from({ length: scenes }, (_, index): Column => ({
        key: `scene${index + 1}`,
        title: String(index + 1),
        meaning: `Commitment of the partner after scene ${index + 1}.`,
        unit: POINTS,
        absent: 'the score is missing, or the run has no such scene',
        align: 'right',
        format: inTenths,
      })),
      {
        key: 'mean',
        title: 'mean',
        meaning: 'Mean over the scores that are there.',
        unit: POINTS,
        absent: 'no score is there',
        align: 'right',
        format: inTenths,
      },
      MISSING_COLUMN,
      { key: 'outcome', title: 'outcome', meaning: 'How the couple stands at the end.', unit: RELATIONSHIP_OUTCOMES.join(', ') },
    ],
    rows,
    note:
      missing === 0
        ? 'No score is missing.'
        : `${missing} of ${due.length} scores are missing (· in the curve); means are over those that exist. The table commitment says why. ${MISSING_NOTE}`,
  };
}

function rowsOf({ runId, state, header }: ReportedRun<RelationshipState>): readonly Row[] {
  const { outcome } = outcomeOf(state);
  const due = dueScores(state);
  return placedPartners(state).map(({ name, place }): Row => {
    const own = due.filter(({ partner }) => partner.place === place);
    const values = own.map(({ score }) => score);
    const known = values.filter((score) => score !== null);
    return {
      run: runId,
      seed: header.seed,
      partner: name,
      place,
      curve: sparkline(values, { min: 0, max: 10 }),
      mean: known.length > 0 ? known.reduce((sum, score) => sum + score, 0) / known.length : null,
      missing: countMissing(own),
      outcome,
      ...Object.fromEntries(own.map(({ scene, score }) => [`scene${scene.scene}`, score])),
    };
  });
}
