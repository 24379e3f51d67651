import { formatModelSpec } from '@entente/llm-clients/contract';
import { EDIT_LABEL } from '@entente/run-console/session';
import type { ReportedRun } from '@entente/simulation-core/journal';
import { type RelationshipState, sceneOfStep } from '@entente/relationship';
import { type Column, type Row, RUN_COLUMN, type Table } from '@entente/studies/tables';
import { readRunSpec } from '../../couple-runs/run-spec.js';
import { countMissing, type DueScore, dueScores, MISSING_NOTE } from './due-scores.js';

const text = (key: string, title: string, meaning: string, absent?: string): Column => {
  const column: Column = { key, title, meaning, unit: 'text' };
  return absent === undefined ? column : { ...column, absent };
};
const NO_FORK = 'the run is no fork';

const COLUMNS: readonly Column[] = [
  RUN_COLUMN,
  text('study', 'study', 'Study that made the run.', 'no study made it'),
  text('condition', 'condition', 'Condition of the study that the run belongs to.', 'no study made it'),
  text('couple', 'couple', 'Name of the couple.'),
  text('seed', 'seed', 'Seed that everything random in the run follows from.'),
  { key: 'replicate', title: 'replicate', meaning: 'Repetition of the same run.', unit: 'number, from 0', align: 'right' },
  text('forkedFrom', 'fork of', 'Run that it was forked from.', NO_FORK),
  text('forkedAt', 'at', 'First scene that the fork played itself.', NO_FORK),
  {
    key: 'future',
    title: 'future',
    meaning: 'Number of the future of a fork.',
    unit: 'number, from 0',
    absent: NO_FORK,
    align: 'right',
  },
  text('edit', 'edit', 'Change that a fork was made with; none for a control.', NO_FORK),
  { key: 'scene', title: 'scene', meaning: 'Number of the scene.', unit: 'number, from 1', align: 'right' },
  {
    key: 'inherited',
    title: 'inherited',
    meaning: 'Whether a fork has the scene from the run that it was forked from.',
    unit: 'true or false',
  },
  text('category', 'category', 'Part of a relationship that the scene belongs to.'),
  text('turningPoint', 'turning point', 'Event that the scene turns on.'),
  text('scenario', 'scenario', 'Scenario that the scene was built from.'),
  text(
    'insteadOf',
    'in place of',
    'Step of the arc that the scenario stands in for, as nothing of the step fits the couple.',
    'the scenario is of its step, or no arc decides',
  ),
  text('ending', 'ending', 'Whether the scene was played to its end or broke off (cut-short).'),
  text('partner', 'partner', 'Name of the partner.', 'the couple has not been introduced'),
  { key: 'place', title: 'place', meaning: "Place of the partner in the couple's file.", unit: 'first or second' },
  {
    key: 'role',
    title: 'role',
    meaning: 'Role of the partner in this run, by which scenarios and call paths name the two; drawn for each run.',
    unit: 'A or B',
  },
  {
    key: 'score',
    title: 'score',
    meaning: 'Commitment of the partner after the scene, as judged.',
    unit: 'points, 0 to 10',
    absent: 'the column missing says why',
    align: 'right',
    format: (value) => Number(value).toFixed(1),
  },
  text(
    'missing',
    'missing',
    'Reason why there is no score: refusal, length-cut, unparsable, not-judged-yet or nothing-happened.',
    'there is a score',
  ),
  text('missingDetail', 'detail', 'More about that reason.', 'there is a score'),
  text('reason', 'reason', 'Reason for the score, in the words of the judge.', 'there is no score'),
  text('model', 'model', 'Model that played the partner.'),
  text('judge', 'judge', 'Model that scored.'),
];

/** Table in long form with a row for each run, scene and partner, and the keys to join it with other tables by run or condition. */
export function commitmentTable(runs: readonly ReportedRun<RelationshipState>[]): Table {
  const scores = runs.map((run) => ({ run, due: dueScores(run.state) }));
  const all = scores.flatMap(({ due }) => due);
  return {
    name: 'commitment',
    title: 'Scores, a row each',
    columns: COLUMNS,
    rows: scores.flatMap(({ run, due }) => due.map((score) => rowOf(run, score))),
    note: `${countMissing(all)} of ${all.length} scores are missing. ${MISSING_NOTE}`,
    forFiles: true,
  };
}

function rowOf(
  { runId, header }: ReportedRun<RelationshipState>,
  { scene: { scene, opening, ending }, partner, score, reasoning, missing }: DueScore,
): Row {
  const { couple, models } = readRunSpec(header);
  const { labels, forkedFrom } = header;
  const firstOwn = forkedFrom === undefined ? 0 : (sceneOfStep(forkedFrom.step) ?? 0);
  return {
    run: runId,
    study: labels['study'] ?? null,
    condition: labels['condition'] ?? null,
    couple: couple.id,
    seed: header.seed,
    replicate: header.replicate,
    forkedFrom: forkedFrom?.runId ?? null,
    forkedAt: forkedFrom?.step ?? null,
    future: forkedFrom?.future ?? null,
    edit: forkedFrom === undefined ? null : (labels[EDIT_LABEL] ?? null),
    scene,
    inherited: scene < firstOwn,
    category: opening.category,
    turningPoint: opening.turningPoint,
    scenario: opening.scenario,
    insteadOf: opening.insteadOf ?? null,
    ending,
    partner: partner.name,
    place: partner.place,
    role: partner.role,
    score,
    missing: missing?.reason ?? null,
    missingDetail: missing?.detail ?? null,
    reason: reasoning,
    model: formatModelSpec(partner.place === 'first' ? models.actor : models.secondActor),
    judge: formatModelSpec(models.judge),
  };
}
