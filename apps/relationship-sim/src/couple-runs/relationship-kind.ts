import { ConsoleError, NOTHING, sparkline, type Column, type Row, type Table } from '@entente/run-console';
import type { ReportedRun, RunBlueprint, RunKind } from '@entente/run-console/session';
import {
  classifyOutcome,
  commitmentLogOf,
  commitmentTrajectory,
  PARTNERS,
  type Partner,
  type RelationshipFact,
  type RelationshipState,
} from '@entente/simulation-core/scenes';
import { offlineResponders } from '../offline-responders.js';
import { coupleProgram } from '../relationship-program.js';
import { coupleLine } from '../story/couple-line.js';
import { VERSION } from '../version.js';
import { coupleEdits } from './edit-couple-run.js';
import { readRunSpec } from './run-spec.js';

const score = (value: string | number): string => Number(value).toFixed(1);

const RESULT_COLUMNS: readonly Column[] = [
  { key: 'couple', title: 'couple', shrinks: true },
  { key: 'seed', title: 'seed', leftOut: 3 },
  { key: 'scenes', title: 'scenes', align: 'right' },
  { key: 'finalA', title: 'A', align: 'right', format: score },
  { key: 'finalB', title: 'B', align: 'right', format: score },
  { key: 'outcome', title: 'outcome' },
  { key: 'missing', title: 'missing', align: 'right', leftOut: 2 },
];

/** How the shared verbs build, read and show relationship runs. */
export const relationshipKind: RunKind<RelationshipState, RelationshipFact> = {
  kind: 'relationship',
  packageVersion: VERSION,
  command: 'npx relationship-sim',
  responders: offlineResponders,
  modelsOf: (blueprint) => {
    const { actor, secondActor, director, judge, embedding } = readRunSpec(blueprint).models;
    return [actor, secondActor, director, judge, ...(embedding ? [embedding] : [])];
  },
  buildProgram: (blueprint, models) => {
    const { couple, settings, models: specs } = readRunSpec(blueprint);
    return coupleProgram({
      couple,
      settings,
      models: {
        actor: models.languageModel(specs.actor),
        secondActor: models.languageModel(specs.secondActor),
        director: models.languageModel(specs.director),
        judge: models.languageModel(specs.judge),
        ...(specs.embedding && { embedding: models.embeddingModel(specs.embedding) }),
      },
    });
  },
  title: (blueprint) => {
    const [first, second] = readRunSpec(blueprint).couple.partners;
    return `${first.name} & ${second.name}`;
  },
  plannedSteps: (blueprint) => readRunSpec(blueprint).settings.scenes,
  results: {
    columns: RESULT_COLUMNS,
    row: resultRow,
    note: 'A, B: commitment of the first and the second partner after the last scene, 0 to 10.',
  },
  tables: (runs) => [trajectories(runs)],
  edits: coupleEdits,
  liveLine: (blueprint) => coupleLine(readRunSpec(blueprint), blueprint.seed),
};

function resultRow(state: RelationshipState, { seed }: RunBlueprint): Row {
  const log = commitmentLogOf(state);
  const { outcome } = classifyOutcome(log);
  const missing = state.missing.length;
  return {
    couple: state.partners ? `${state.partners.A.name} & ${state.partners.B.name}` : NOTHING,
    seed,
    scenes: log.length,
    finalA: finalScore(state, 'A'),
    finalB: finalScore(state, 'B'),
    outcome,
    missing,
  };
}

/** The score after the last scene; null where it is missing, whatever came before. */
function finalScore(state: RelationshipState, partner: Partner): number | null {
  return commitmentLogOf(state).at(-1)?.scores[partner].score ?? null;
}

/** One row a partner: the score after every scene. */
function trajectories(runs: readonly ReportedRun<RelationshipState>[]): Table {
  if (runs.length === 0) throw new ConsoleError('There is no run to report on.');
  const scenes = Math.max(...runs.map(({ state }) => state.scenes.length));
  const rows = runs.flatMap(({ runId, state, header }) =>
    PARTNERS.map((partner): Row => {
      const log = commitmentLogOf(state);
      const values = log.map(({ scores }) => scores[partner].score);
      const known = commitmentTrajectory(log, partner);
      return {
        run: runId,
        seed: header.seed,
        partner,
        name: state.partners?.[partner].name ?? null,
        curve: sparkline(values, { min: 0, max: 10 }),
        first: known[0]?.score ?? null,
        last: values.at(-1) ?? null,
        mean: known.length > 0 ? known.reduce((sum, { score: value }) => sum + value, 0) / known.length : null,
        missing: values.length - known.length,
        outcome: classifyOutcome(log).outcome,
        ...Object.fromEntries(values.map((value, index) => [`scene${index + 1}`, value])),
      };
    }),
  );
  const missing = rows.reduce((sum, row) => sum + Number(row['missing']), 0);
  return {
    name: 'commitment',
    title: 'Commitment after each scene, 0 to 10',
    columns: [
      { key: 'run', title: 'run', shrinks: true },
      { key: 'seed', title: 'seed', leftOut: 50 },
      { key: 'partner', title: '', leftOut: 60 },
      { key: 'name', title: 'partner' },
      { key: 'curve', title: 'curve', pictorial: true },
      ...Array.from({ length: scenes }, (_, index): Column => ({
        key: `scene${index + 1}`,
        title: String(index + 1),
        align: 'right',
        format: score,
        leftOut: 20,
      })),
      { key: 'mean', title: 'mean', align: 'right', format: score, leftOut: 30 },
      { key: 'missing', title: 'missing', align: 'right', leftOut: 40 },
      { key: 'outcome', title: 'outcome' },
    ],
    rows,
    note:
      missing === 0
        ? 'No score is missing.'
        : `${missing} of ${rows.length * scenes} scores are missing (· in the curve); means are over those that are there.`,
  };
}
