import { ConsoleError } from '@entente/run-console';
import type { RunKind } from '@entente/run-console/session';
import type { RunBlueprint } from '@entente/simulation-core/journal';
import {
  capitalized,
  commitmentLogOf,
  outcomeOf,
  RELATIONSHIP_OUTCOMES,
  type RelationshipFact,
  type RelationshipState,
} from '@entente/relationship';
import { type Column, NOTHING, type Row } from '@entente/studies/tables';
import { offlineResponders } from './offline-responders.js';
import { coupleProgram } from './relationship-program.js';
import { commitmentCurvesTable } from './report/commitment/commitment-curves-table.js';
import { commitmentTable } from './report/commitment/commitment-table.js';
import { countMissing, dueScores, MISSING_COLUMN, MISSING_NOTE } from './report/commitment/due-scores.js';
import { breakUpScene, coupleTitle, type Place, type PlacedPartner, placedPartners } from './report/placed-partners.js';
import { remarkCells, remarksOnRuns } from './report/run-remarks.js';
import { coupleLine } from './story/couple-line.js';
import { coupleStory } from './story/couple-story.js';
import { VERSION } from './version.js';
import { COUPLE_WORDS } from './couple-runs/couple-words.js';
import { coupleEdits } from './couple-runs/edit-couple-run.js';
import { isOfFirstVersion, readRunSpec } from './couple-runs/run-spec.js';
import { settingsOfRun } from './couple-runs/settings-of-run.js';

const RESULT_COLUMNS: readonly Column[] = [
  { key: 'couple', title: 'couple', meaning: "Names of the two partners, in the order of the couple's file.", unit: 'text' },
  { key: 'seed', title: 'seed', meaning: 'Seed of the run.', unit: 'text' },
  { key: 'scenes', title: 'scenes', meaning: 'Scenes that were begun.', unit: 'scenes', align: 'right' },
  finalColumn('finalFirst', 'first'),
  finalColumn('finalSecond', 'second'),
  { key: 'outcome', title: 'outcome', meaning: 'How the couple stands at the end.', unit: RELATIONSHIP_OUTCOMES.join(', ') },
  {
    key: 'breakUp',
    title: 'break-up',
    meaning: 'Scene in which one of the two ended it.',
    unit: 'number, from 1',
    absent: 'nobody ended it',
    align: 'right',
  },
  MISSING_COLUMN,
  {
    key: 'otherMissing',
    title: 'other replies missing',
    meaning: 'Replies other than scores that could not be used, so that something stood in for them.',
    unit: 'replies',
    align: 'right',
  },
];

function finalColumn(key: string, place: Place): Column {
  return {
    key,
    title: place,
    meaning: `Commitment of the ${place} partner in the couple's file after the last scene.`,
    unit: 'points, 0 to 10',
    absent: 'that score is missing, whatever came before',
    align: 'right',
    format: (value) => Number(value).toFixed(1),
  };
}

/** How the shared verbs build, read and show relationship runs. */
export const relationshipKind: RunKind<RelationshipState, RelationshipFact> = {
  kind: 'relationship',
  words: COUPLE_WORDS,
  packageVersion: VERSION,
  command: 'npx relationship-sim',
  responders: offlineResponders,
  modelsOf: (blueprint) => {
    const { actor, secondActor, director, judge, embedding } = readRunSpec(blueprint).models;
    return [actor, secondActor, director, judge, ...(embedding ? [embedding] : [])];
  },
  buildProgram: (blueprint, models) => {
    const { models: specs, ...spec } = readRunSpec(blueprint);
    const program = coupleProgram({
      ...spec,
      models: {
        actor: models.languageModel(specs.actor),
        secondActor: models.languageModel(specs.secondActor),
        director: models.languageModel(specs.director),
        judge: models.languageModel(specs.judge),
        embedding: specs.embedding ? models.embeddingModel(specs.embedding) : undefined,
      },
    });
    return isOfFirstVersion(blueprint) ? { ...program, step: refuseToPlay } : program;
  },
  title: (blueprint) => {
    const [first, second] = readRunSpec(blueprint).couple.partners;
    return `${first.name} & ${second.name}`;
  },
  settings: (blueprint) => settingsOfRun(readRunSpec(blueprint)),
  plannedSteps: (blueprint) => readRunSpec(blueprint).settings.scenes,
  results: {
    columns: RESULT_COLUMNS,
    row: resultRow,
    note: `First, second: commitment of the two after the last scene, 0 to 10, in the order of the couple's names. ${MISSING_NOTE}`,
    explain: ({ couple, outcome, outcomeWhy }) => {
      const [first, second] = typeof couple === 'string' ? couple.split(' & ') : [];
      if (first === undefined || second === undefined || typeof outcomeWhy !== 'string') return undefined;
      return `First is ${first}, second ${second}. ${capitalized(String(outcome))}: ${outcomeWhy}`;
    },
    remarks: remarksOnRuns,
  },
  tables: (runs) => [commitmentCurvesTable(runs), commitmentTable(runs)],
  edits: coupleEdits,
  story: coupleStory,
  liveLine: (blueprint) => coupleLine(readRunSpec(blueprint), blueprint.seed),
};

/** @throws ConsoleError always */
async function refuseToPlay(): Promise<never> {
  throw new ConsoleError(
    'This is a run of the first version, whose scenes were played otherwise: it can be shown and reported, not played further; play the couple anew.',
  );
}

function resultRow(state: RelationshipState, blueprint: RunBlueprint): Row {
  const log = commitmentLogOf(state);
  const { outcome, why } = outcomeOf(state);
  const [first, second] = placedPartners(state);
  return {
    couple: coupleTitle(state) ?? NOTHING,
    seed: blueprint.seed,
    scenes: log.length,
    finalFirst: finalScore(state, first),
    finalSecond: finalScore(state, second),
    outcome,
    outcomeWhy: why,
    breakUp: breakUpScene(state),
    missing: countMissing(dueScores(state)),
    otherMissing: state.missing.filter(({ type }) => type !== 'judge-missing').length,
    ...remarkCells(readRunSpec(blueprint).settings, state),
  };
}

/** The score after the last scene; null where it is missing, whatever came before. */
function finalScore(state: RelationshipState, partner: PlacedPartner | undefined): number | null {
  return partner === undefined ? null : (commitmentLogOf(state).at(-1)?.scores[partner.role].score ?? null);
}
