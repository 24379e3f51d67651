import type { RunHeader } from '@entente/simulation-core/journal';
import type { Column, Row } from '@entente/studies/tables';
import { studyOfRun } from '../selection/study-of-run.js';

/** Label with the change that a fork was made with; `none` for a control. */
const EDIT_LABEL = 'edit';

const NO_STUDY = 'no study made it';
const NO_FORK = 'the run is no fork';

const STUDY_COLUMNS: readonly Column[] = [
  { key: 'study', title: 'study', meaning: 'Study that made the run.', unit: 'text', absent: NO_STUDY },
  {
    key: 'version',
    title: 'version',
    meaning: 'Version of the study file that made the run: digits of the hash of what decides its runs.',
    unit: 'text',
    absent: `${NO_STUDY}, or versions were not on record yet`,
  },
  { key: 'condition', title: 'condition', meaning: 'Condition that the run belongs to.', unit: 'text', absent: NO_STUDY },
];

const FORK_COLUMNS: readonly Column[] = [
  { key: 'forkedFrom', title: 'fork of', meaning: 'Run that it was forked from.', unit: 'text', absent: NO_FORK },
  { key: 'forkedAt', title: 'at', meaning: 'First step that the fork played itself.', unit: 'text', absent: NO_FORK },
  {
    key: 'edit',
    title: 'edit',
    meaning: 'Change that the fork was made with; none for a control.',
    unit: 'text',
    absent: NO_FORK,
  },
  {
    key: 'future',
    title: 'future',
    meaning: 'Number of the future of a fork.',
    unit: 'number, from 0',
    absent: NO_FORK,
    align: 'right',
  },
];

/** Columns that tell runs of several studies, versions and conditions apart, and forks from runs: those that some run has something in. */
export function originColumns(headers: readonly RunHeader[]): readonly Column[] {
  return [
    ...(headers.some((header) => studyOfRun(header) !== null) ? STUDY_COLUMNS : []),
    ...(headers.some(({ forkedFrom }) => forkedFrom !== undefined) ? FORK_COLUMNS : []),
  ];
}

/** The cells of these columns, all of them. */
export function originCells(header: RunHeader): Row {
  const study = studyOfRun(header);
  const { forkedFrom, labels } = header;
  return {
    study: study?.name ?? null,
    version: study?.version ?? null,
    condition: study?.condition ?? null,
    forkedFrom: forkedFrom?.runId ?? null,
    forkedAt: forkedFrom?.step ?? null,
    edit: forkedFrom === undefined ? null : (labels[EDIT_LABEL] ?? null),
    future: forkedFrom?.future ?? null,
  };
}
